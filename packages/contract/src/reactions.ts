import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Message } from './messages.js';
import { Id, page, PageQuery } from './shapes.js';

/** What somebody says of a message with one press. */
export const ReactionsDraft = z.object({
  /** All that the person says of it from now on; empty where they say nothing any more. Each at most once. */
  reactions: z.array(z.enum(['thanks', 'question'])).check(z.maxLength(2)),
});
/** What somebody says of a message with one press. */
export type ReactionsDraft = z.input<typeof ReactionsDraft>;

/** Somebody who has a question about a message. */
export const Asking = z.object({
  /** Who has it. */
  person: z.object({
    /** Id of the person. */
    id: z.string(),
    /** As colleagues know them. */
    displayName: z.string(),
  }),
  /** RFC 3339 UTC, since when. */
  since: z.string(),
});
/** Somebody who has a question about a message. */
export type Asking = z.output<typeof Asking>;

/** `PUT /v1/messages/{message}/reactions` */
export const recordReactions = endpoint({
  method: 'PUT',
  path: '/v1/messages/{message}/reactions',
  answers: { 200: Message },
  summary: 'Say thanks for a message, or that one has a question about it',
  profile: 'comms',
  access: { who: 'person' },
  params: z.object({
    /** Id of the message or reply. */
    message: Id,
  }),
  body: ReactionsDraft,
  cache: 'none',
  problems: ['malformed', 'not-found', 'not-open-for-this', 'too-large', 'unsupported-media-type'],
  requirements: [
    {
      id: 'RCT-1',
      must: 'reactions of the message count everybody who says so, each once, however often they said it, and reacted tells what the caller says, in every answer that tells the caller a message.',
    },
    {
      id: 'RCT-2',
      must: 'Whoever sees the channel and neither belongs to its audience nor may announce there gets 403 forbidden; a message that was withdrawn answers 409 not-open-for-this, and one that is not open to the caller 404.',
    },
    {
      id: 'RCT-3',
      must: 'Every change is an entry of the log, and is told to those who listen as a change of the message; said again, what was said before is none.',
    },
  ],
});

/** `GET /v1/messages/{message}/reactions` */
export const listReactions = endpoint({
  method: 'GET',
  path: '/v1/messages/{message}/reactions',
  answers: { 200: page(Asking) },
  list: true,
  summary: 'Who has a question about a message; who said thanks is told to nobody',
  profile: 'comms',
  access: { who: 'person' },
  params: z.object({
    /** Id of the message or reply. */
    message: Id,
  }),
  query: z.object(PageQuery),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'RCT-4',
      must: 'Every active person who has a question about it is listed once, whoever asked first being first, and nobody else.',
    },
    {
      id: 'RCT-5',
      must: 'It is open to who may announce in the channel, so that they can answer; everybody else who sees the message gets 403 forbidden.',
    },
  ],
});
