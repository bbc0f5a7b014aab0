import * as z from 'zod/mini';
import { Attached } from './attachments.js';
import { endpoint } from './endpoint.js';
import { Id, Language, open, page, PageQuery, Time } from './shapes.js';

/** Who said it. */
export const Author = z.object({
  /** Id of the person; absent where a message came from elsewhere, with its history. */
  id: z.optional(z.string()),
  /** As colleagues know them. */
  displayName: z.string(),
});
/** Who said it. */
export type Author = z.output<typeof Author>;

/** What an alert asks everybody of the audience to do. */
export const Action = z.object({
  /** In one sentence, plain text. */
  text: z.string(),
  /** RFC 3339 UTC, until when. */
  dueAt: z.optional(z.string()),
});
/** What an alert asks everybody of the audience to do. */
export type Action = z.output<typeof Action>;

/** What was said in a channel. */
export const Message = z.object({
  /** Chosen by the device of the author. */
  id: z.string(),
  /** Id of the channel. */
  channel: z.string(),
  /** Id of the message that it replies to; absent where it begins a thread. */
  thread: z.optional(z.string()),
  /** `broadcast`: told to everybody. `discussion`: said among each other. `alert`: something to do now, and counted. */
  kind: open('broadcast', 'discussion', 'alert'),
  /** Who posted it. */
  author: Author,
  /** RFC 3339 UTC. */
  postedAt: z.string(),
  /** BCP 47, as the author wrote it. */
  language: z.string(),
  /** In one line, plain text. */
  title: z.optional(z.string()),
  /** As it was sent, Markdown or not: for search, notices and further writing. Empty when it was withdrawn. */
  text: z.string(),
  /** The same for showing, of the elements that a section of a document may hold. Empty when it was withdrawn. */
  html: z.string(),
  /** RFC 3339 UTC, when the text was last changed; absent while it never was. */
  editedAt: z.optional(z.string()),
  /** RFC 3339 UTC; the text is gone from here, and kept in the evidence. */
  withdrawnAt: z.optional(z.string()),
  /** Files that stand in it, as the draft named them; absent where there are none, and when it was withdrawn. */
  attachments: z.optional(z.array(Attached)),
  /** Number of replies that were not withdrawn. */
  replies: z.int(),
  /** RFC 3339 UTC, when the newest of them came. */
  repliedAt: z.optional(z.string()),
  /** What is to be done; alerts only. */
  action: z.optional(Action),
  /** How many have said that they did it, and of how many of the audience as of now; alerts only. */
  done: z.optional(
    z.object({
      /** Of the active people of the audience, those who said that it is done. */
      count: z.int(),
      /** Active people of the audience. */
      of: z.int(),
    }),
  ),
  /** RFC 3339 UTC, when the caller said that it is done. */
  doneAt: z.optional(z.string()),
  /** How many said what of it; absent while nobody did. */
  reactions: z.optional(
    z.object({
      /** How many said thanks. */
      thanks: z.int(),
      /** How many have a question about it. */
      question: z.int(),
    }),
  ),
  /** What the caller said of it; absent where that is nothing, and in what is told to everybody. */
  reacted: z.optional(z.array(open('thanks', 'question'))),
  /** RFC 3339 UTC, when it was pinned to the top of the channel; absent where it is not. */
  pinnedAt: z.optional(z.string()),
  /** Whom the text names with `@` and their name; absent where it names nobody. */
  mentions: z.optional(
    z.array(
      z.object({
        /** Id of the person. */
        id: z.string(),
        /** As the text names them, after the `@`. */
        displayName: z.string(),
      }),
    ),
  ),
});
/** What was said in a channel. */
export type Message = z.output<typeof Message>;

/** What somebody posts. */
export const MessageDraft = z.object({
  /** Id of the channel. */
  channel: Id,
  /** Id of the message that it replies to. Replies are of kind `discussion`, and have no replies of their own. */
  thread: z.optional(Id),
  /** What it is. */
  kind: z.enum(['broadcast', 'discussion', 'alert']),
  /** BCP 47. */
  language: Language,
  /** In one line; at most 200 characters. Replies have none. */
  title: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** At most 20,000 characters; Markdown (CommonMark) where the backend understands it. */
  text: z.string().check(z.minLength(1), z.maxLength(20_000)),
  /** Ids of attachments of the author that are ready and stand nowhere yet; at most 10, each once. */
  attachments: z.optional(z.array(Id).check(z.maxLength(10))),
  /** What is to be done; an alert has one, and nothing else has. */
  action: z.optional(
    z.object({
      /** In one sentence; at most 300 characters. */
      text: z.string().check(z.minLength(1), z.maxLength(300)),
      /** Until when. */
      dueAt: z.optional(Time),
    }),
  ),
  /** Ids of the people whom the text names, each with `@` and their display name; at most 20, each once. */
  mentions: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(20))),
});
/** What somebody posts. */
export type MessageDraft = z.input<typeof MessageDraft>;

/** `GET /v1/channels/{channel}/messages` */
export const listMessages = endpoint({
  method: 'GET',
  path: '/v1/channels/{channel}/messages',
  answers: { 200: page(Message) },
  list: true,
  summary: 'Messages of a channel, or the replies to one of them',
  profile: 'comms',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the channel. */
    channel: Id,
  }),
  query: z.object({
    ...PageQuery,
    /** Id of a message: the replies to it, oldest first. */
    thread: z.optional(Id),
    /** Id of a message: those that came after it, oldest first. Not together with `thread`. */
    after: z.optional(Id),
    /** Id of a message: those that came before it, newest first. Not together with `thread` or `after`. */
    before: z.optional(Id),
    /** Words: the messages and replies whose title or text hold all of them, newest first. Not together with the others. */
    search: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
    /** `true`: the messages that are pinned to the top of the channel, newest first. Not together with the others. */
    pinned: z.optional(z.literal('true')),
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'MSG-1',
      must: 'A channel that is not open to the caller answers 404, and so does a message in it.',
    },
    {
      id: 'MSG-2',
      must: 'Without thread, after and before, the messages of the channel are listed without replies, in the order in which they were recorded, newest first.',
    },
    {
      id: 'MSG-3',
      must: 'With thread its replies are listed, oldest first; with after what came after that message, oldest first; with before what came before it, newest first. A message of another channel there, and a reply, answers 404; two of them, and search or pinned with one of them or with each other, answer 422 invalid.',
    },
    {
      id: 'MSG-4',
      must: 'Where history is `entered`, somebody who belongs to the audience, may not announce and holds no role that sees the channel sees the messages since they last entered it and the replies to them, and no others.',
    },
    {
      id: 'MSG-14',
      must: 'With search, exactly the messages and replies of the channel that are open to the caller and were not withdrawn are listed that hold every word, whatever its capitals. A backend may find other forms of a word as well, and pass over words that stand in nearly every text.',
    },
    {
      id: 'PIN-1',
      must: 'With pinned, exactly the messages of the channel are listed that are open to the caller and have pinnedAt.',
    },
    { id: 'MSG-5', must: 'html holds nothing but what a section of a document may hold.' },
  ],
});

/** `GET /v1/messages/{message}` */
export const readMessage = endpoint({
  method: 'GET',
  path: '/v1/messages/{message}',
  answers: { 200: Message },
  summary: 'One message',
  profile: 'comms',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the message. */
    message: Id,
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [{ id: 'MSG-6', must: 'A message that is not open to the caller answers 404.' }],
});

/** `PUT /v1/messages/{message}` */
export const recordMessage = endpoint({
  method: 'PUT',
  path: '/v1/messages/{message}',
  answers: { 200: Message },
  summary: 'Post a message',
  profile: 'comms',
  access: { who: 'person' },
  params: z.object({
    /** Chosen by the device at random, once for each message. */
    message: Id,
  }),
  body: MessageDraft,
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
      id: 'MSG-7',
      must: 'The same id with the same body (equal members of the schema) posts once, for ever, and answers with the message as it is now.',
    },
    {
      id: 'MSG-8',
      must: 'An id used by another person answers 404; with another body 422 message-reused. Both change nothing.',
    },
    {
      id: 'MSG-9',
      must: 'Only who may announce in the channel broadcasts and sends alerts, and only who may discuss begins discussions and replies (whatever kind a reply says it is); otherwise the answer is 403 forbidden.',
    },
    {
      id: 'MSG-10',
      must: 'A reply to a reply, to a withdrawn message, or of another kind than discussion answers 409 not-open-for-this. A thread of another channel answers 404.',
    },
    {
      id: 'MSG-11',
      must: 'An alert without an action, an action on anything else, and a title on a reply answer 422 invalid.',
    },
    { id: 'MSG-12', must: 'Every message is an entry of the log.' },
    {
      id: 'MSG-15',
      must: 'With attachments the message names them in that order. One that is not the author’s answers 404; one that is not ready or stands in something else answers 409 not-open-for-this; one named twice answers 422 invalid. All of them, or nothing is posted.',
    },
    {
      id: 'MNT-1',
      must: 'mentions of the message tell everybody named by the draft with the name that they had then, in that order. A change of the text leaves those whom it still names, and a withdrawal nobody.',
    },
    {
      id: 'MNT-2',
      must: 'Whoever is not an active person of the audience, is named twice, or whose display name the text does not hold after an @, is refused: 422 invalid, with a pointer to the id, and nothing is posted.',
    },
    {
      id: 'MSG-13',
      must: 'text comes back as it was sent, every Unicode character of it; nothing in it becomes markup that a section may not hold.',
    },
  ],
});
