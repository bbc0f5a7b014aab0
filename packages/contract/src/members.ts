import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Id, page, PageQuery } from './shapes.js';

/** Somebody who is told what is said in a channel, as far as others there need to know. */
export const Member = z.object({
  /** Id of the person. */
  id: z.string(),
  /** As colleagues know them. */
  displayName: z.string(),
});
/** Somebody who is told what is said in a channel. */
export type Member = z.output<typeof Member>;

/** `GET /v1/channels/{channel}/members` */
export const listMembers = endpoint({
  method: 'GET',
  path: '/v1/channels/{channel}/members',
  answers: { 200: page(Member) },
  list: true,
  summary:
    'People of the audience of a channel by the beginning of a name, to name them in a message',
  profile: 'comms',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the channel. */
    channel: Id,
  }),
  query: z.object({
    ...PageQuery,
    /** How a word of the display name begins, whatever its capitals: at least one character. */
    search: z.string().check(z.minLength(1), z.maxLength(100)),
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    { id: 'MBR-1', must: 'A channel that is not open to the caller answers 404.' },
    {
      id: 'MBR-2',
      must: 'Exactly the active people of the audience as of now are listed whose display name, or a word of it, begins with search, whatever its capitals, each once. Characters that mean something in a pattern mean themselves.',
    },
    {
      id: 'MBR-3',
      must: 'Of each nothing is told but id and displayName.',
    },
  ],
});
