import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Message } from './messages.js';

/** What the stream tells, by the name of the event; the data of each is one line of JSON. */
export const events = {
  /** Read what is shown once more: what came before this is not told. The data is `{}`. */
  reset: z.object({}),
  /** A message came, changed, was withdrawn, replied to, said to be done, reacted to, or pinned: the message as it is now. */
  message: Message,
  /** Which channels are open to the caller, or what they may do there, may have changed. The data is `{}`. */
  channels: z.object({}),
  /** A task came, or something happened with it that is open to the caller: it is worth reading again. */
  task: z.object({
    /** Id of the task. */
    id: z.string(),
  }),
  /** Which tasks are open to the caller may have changed. The data is `{}`. */
  tasks: z.object({}),
} as const;

/** `GET /v1/events` */
export const streamEvents = endpoint({
  method: 'GET',
  path: '/v1/events',
  answers: { 200: 'events' },
  summary: 'What changes, as it changes: server-sent events, resumed by Last-Event-ID',
  profile: 'live',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  cache: 'none',
  requirements: [
    {
      id: 'LIVE-1',
      must: 'The stream is text/event-stream in UTF-8 (WHATWG HTML, 9.2); every event has an id, a name and one line of JSON as its data.',
    },
    {
      id: 'LIVE-2',
      must: 'Without Last-Event-ID, or with one that cannot be resumed from, it begins with reset; nothing that happens after that event was made is left out, and channels and tasks are told when what is open to the caller may have changed.',
    },
    {
      id: 'LIVE-3',
      must: 'With the id of an event in Last-Event-ID, every message that came or changed after that event is told, in the order of the changes; one that changed several times may be told once, as it is now. Where too much has happened since, it begins with reset.',
    },
    {
      id: 'LIVE-4',
      must: 'A message is told to those whom it is open to, and to nobody else; doneAt and reacted stand only in what is told to that person, and may be left out.',
    },
    { id: 'LIVE-5', must: 'At least every 15 seconds something comes: an event, or a comment.' },
    {
      id: 'LIVE-6',
      must: 'A change is told within a second of its answer, also when another process of the backend gave that.',
    },
    {
      id: 'LIVE-7',
      must: 'The stream ends within 15 seconds when the token expires, and when the person is no longer active.',
    },
    {
      id: 'LIVE-8',
      must: 'A task that came, and every step, is told to those whom it is open to, and to nobody else, with the id of the task; of a part, to the person and to those who may manage the task or whose role sees it. Resuming and the order of changes are as for messages.',
    },
  ],
});
