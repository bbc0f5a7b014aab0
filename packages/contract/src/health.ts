import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';

/** Whether the backend can serve right now. */
export const Health = z.object({
  /** `ok` when reads and writes work. */
  status: z.literal('ok'),
  /** The backend's clock, RFC 3339 UTC. */
  time: z.string(),
});

/** `GET /health` */
export const readHealth = endpoint({
  method: 'GET',
  path: '/health',
  answers: { 200: Health },
  summary: 'Whether the backend can serve right now',
  profile: 'core',
  access: { who: 'anyone' },
  cache: 'none',
  problems: ['unavailable'],
  requirements: [
    {
      id: 'HEA-1',
      must: 'Answers 200 only while the storage answers; otherwise 503 unavailable.',
    },
  ],
});
