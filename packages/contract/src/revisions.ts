import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Message } from './messages.js';
import { Id, page, PageQuery } from './shapes.js';

/** What a message said before it was changed or withdrawn, and what it says now. */
export const Revision = z.object({
  /** Chosen by the device; of what was posted, the id of the message. */
  id: z.string(),
  /** RFC 3339 UTC. */
  recordedAt: z.string(),
  /** Id of who posted, changed or withdrew it; absent where it came from elsewhere, with its history. */
  person: z.optional(z.string()),
  /** In one line. */
  title: z.optional(z.string()),
  /** As it was sent; absent where it was withdrawn. */
  text: z.optional(z.string()),
});
/** What a message said at one time. */
export type Revision = z.output<typeof Revision>;

/** Another text for a message, or the end of it: exactly one of `text` and `withdraw` is there. */
export const RevisionDraft = z.object({
  /** Id of the message. */
  message: Id,
  /** In one line; at most 200 characters. Without it, the message has none. */
  title: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** At most 20,000 characters. */
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(20_000))),
  /** Takes the message back. */
  withdraw: z.optional(z.literal(true)),
});
/** Another text for a message, or the end of it. */
export type RevisionDraft = z.input<typeof RevisionDraft>;

/** `PUT /v1/revisions/{revision}` */
export const recordRevision = endpoint({
  method: 'PUT',
  path: '/v1/revisions/{revision}',
  answers: { 200: Message },
  summary: 'Change a message, or withdraw it',
  profile: 'comms',
  access: { who: 'person' },
  params: z.object({
    /** Chosen by the device at random, once for each change. */
    revision: Id,
  }),
  body: RevisionDraft,
  cache: 'none',
  problems: [
    'malformed',
    'not-found',
    'message-reused',
    'not-open-for-this',
    'too-large',
    'unsupported-media-type',
  ],
  requirements: [
    {
      id: 'REV-1',
      must: 'The same id with the same body, sent again at any time, changes the message once, and answers with the message as it is now; with another body it answers 422 message-reused, of another person 404.',
    },
    {
      id: 'REV-2',
      must: 'Only its author changes a message. Its author withdraws it, and so does who may announce in the channel. Everybody else who sees it gets 403 forbidden.',
    },
    {
      id: 'REV-3',
      must: 'A withdrawn message has no text any more wherever it is listed, keeps its place and its replies, and can neither be changed nor withdrawn again: that answers 409 not-open-for-this.',
    },
    { id: 'REV-4', must: 'Every change is an entry of the log.' },
    {
      id: 'REV-5',
      must: 'Neither or both of text and withdraw, a title with withdraw, and a title for a reply answer 422 invalid.',
    },
  ],
});

/** `GET /v1/messages/{message}/revisions` */
export const listRevisions = endpoint({
  method: 'GET',
  path: '/v1/messages/{message}/revisions',
  answers: { 200: page(Revision) },
  list: true,
  summary: 'What a message said over time',
  profile: 'comms',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the message. */
    message: Id,
  }),
  query: z.object(PageQuery),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'REV-6',
      must: 'Everything that the message ever said is listed, oldest first, beginning with what was posted.',
    },
    {
      id: 'REV-7',
      must: 'It is open to the author and to the roles; everybody else who sees the message gets 403 forbidden.',
    },
  ],
});
