import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Id } from './shapes.js';

/** Up to where a channel was on a person's screen. Never a claim that anything was read. */
export const Position = z.object({
  /** Id of the channel. */
  channel: z.string(),
  /** Id of the last message that was on the screen. */
  message: z.string(),
  /** As in the channel, after this. */
  unread: z.int(),
});
/** Up to where a channel was on a person's screen. */
export type Position = z.output<typeof Position>;

/** `PUT /v1/channels/{channel}/position` */
export const recordPosition = endpoint({
  method: 'PUT',
  path: '/v1/channels/{channel}/position',
  answers: { 200: Position },
  summary: 'Say up to which message the channel was on the screen',
  profile: 'comms',
  access: { who: 'person' },
  params: z.object({
    /** Id of the channel. */
    channel: Id,
  }),
  body: z.object({
    /** Id of a message of the channel that is not a reply. */
    message: Id,
  }),
  cache: 'none',
  problems: ['malformed', 'not-found', 'too-large', 'unsupported-media-type'],
  requirements: [
    {
      id: 'POS-1',
      must: 'The position never moves back: an earlier message changes nothing and answers 200 with the position that holds.',
    },
    { id: 'POS-2', must: 'A position is that of one person: nobody else’s unread count changes.' },
    {
      id: 'POS-3',
      must: 'A message that is not of this channel, is a reply, or is not open to the caller answers 404.',
    },
  ],
});
