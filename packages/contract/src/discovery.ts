import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';

/** What a backend says of itself at `/.well-known/isms`. */
export const Discovery = z.object({
  /** Contract versions spoken, for example `["1.0"]`. */
  contract: z.array(z.string()),
  /** Profiles implemented; within each, every requirement holds. */
  profiles: z.array(z.string()),
  /** Name of the organisation, as people know it. */
  organisation: z.string(),
  /** The transparency log that receipts come from (ACK-2). Its own endpoints are the `evidence` profile. */
  log: z.optional(
    z.object({
      /** The log’s name, the first line of each of its checkpoints. */
      origin: z.string(),
      /** Its C2SP verifier key, whose name is the origin. */
      key: z.string(),
    }),
  ),
  /** Whether the organisation has a glossary; without it clients do not ask for terms. */
  terms: z.optional(z.boolean()),
});
/** What a backend says of itself. */
export type Discovery = z.output<typeof Discovery>;

/** `GET /.well-known/isms` */
export const readDiscovery = endpoint({
  method: 'GET',
  path: '/.well-known/isms',
  answers: { 200: Discovery },
  summary: 'Which contract versions and profiles this backend implements',
  profile: 'core',
  access: { who: 'anyone' },
  cache: 'revalidate',
  requirements: [
    { id: 'DIS-1', must: 'The document is served without a token.' },
    { id: 'DIS-2', must: 'A profile is named only when every requirement of it holds.' },
    {
      id: 'DIS-3',
      must: 'With the evidence profile, log.key is the C2SP verifier key of every checkpoint.',
    },
    {
      id: 'DIS-4',
      must: '`terms` is true while there are terms to list, and otherwise absent or false.',
    },
  ],
});
