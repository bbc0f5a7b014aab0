import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Message } from './messages.js';
import { Id } from './shapes.js';

/** Whether a message is pinned to the top of its channel. */
export const PinDraft = z.object({
  /** From now on. */
  pinned: z.boolean(),
});
/** Whether a message is pinned to the top of its channel. */
export type PinDraft = z.input<typeof PinDraft>;

/** `PUT /v1/messages/{message}/pin` */
export const recordPin = endpoint({
  method: 'PUT',
  path: '/v1/messages/{message}/pin',
  answers: { 200: Message },
  summary: 'Pin a message to the top of its channel, or take it from there',
  profile: 'comms',
  access: { who: 'person' },
  params: z.object({
    /** Id of the message. */
    message: Id,
  }),
  body: PinDraft,
  cache: 'none',
  problems: [
    'malformed',
    'not-found',
    'not-open-for-this',
    'pins-full',
    'too-large',
    'unsupported-media-type',
  ],
  requirements: [
    {
      id: 'PIN-2',
      must: 'Only who may announce in the channel pins and unpins; everybody else who sees the message gets 403 forbidden.',
    },
    {
      id: 'PIN-3',
      must: 'A sixth message of a channel answers 409 pins-full; a reply and a withdrawn message answer 409 not-open-for-this. Nothing is changed. A message that is withdrawn is no longer pinned.',
    },
    {
      id: 'PIN-4',
      must: 'pinnedAt tells since when it is pinned, also when that is said again. Every change is an entry of the log, and is told to those who listen as a change of the message.',
    },
  ],
});
