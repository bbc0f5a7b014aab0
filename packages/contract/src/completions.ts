import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Hash, Id, page, PageQuery } from './shapes.js';

/** That somebody says they did what an alert asked. */
export const Completion = z.object({
  /** Id of the alert. */
  message: z.string(),
  /** Id of the person. */
  person: z.string(),
  /** RFC 3339 UTC. */
  recordedAt: z.string(),
  /**
   * The receipt (see the evidence page): the exact bytes of the record, its place in the log and a signed checkpoint. The
   * record has these members at least: `tenant`; `person` with `id`, `userName` and `displayName`; `message` with `id` and
   * `channel`; `textHash`, which is `sha256:` and the hash of the canonical JSON (RFC 8785) of the message’s `title` (where it
   * has one), `text` and `action` as they were then; and `recordedAt`.
   */
  receipt: z.string(),
});
/** That somebody says they did what an alert asked. */
export type Completion = z.output<typeof Completion>;

/** What somebody says of an alert. */
export const CompletionDraft = z.object({
  /**
   * Which words the person had before them: `sha256:` and the hash of the canonical JSON (RFC 8785) of the `title` (where it
   * has one), `text` and `action` of the message as they were displayed.
   */
  textHash: Hash,
});
/** What somebody says of an alert. */
export type CompletionDraft = z.input<typeof CompletionDraft>;

/** One person of the audience of an alert. */
export const Asked = z.object({
  /** Who is asked. */
  person: z.object({
    /** Id of the person. */
    id: z.string(),
    /** As colleagues know them. */
    displayName: z.string(),
  }),
  /** RFC 3339 UTC, when they said that it is done; absent while they have not. */
  doneAt: z.optional(z.string()),
});
/** One person of the audience of an alert. */
export type Asked = z.output<typeof Asked>;

/** `PUT /v1/messages/{message}/completion` */
export const recordCompletion = endpoint({
  method: 'PUT',
  path: '/v1/messages/{message}/completion',
  answers: { 200: Completion },
  summary: 'Say that what an alert asks is done',
  profile: 'comms',
  access: { who: 'person' },
  params: z.object({
    /** Id of the alert. */
    message: Id,
  }),
  body: CompletionDraft,
  cache: 'none',
  problems: [
    'malformed',
    'not-found',
    'not-open-for-this',
    'text-mismatch',
    'too-large',
    'unsupported-media-type',
  ],
  requirements: [
    {
      id: 'DONE-1',
      must: 'Said again, at any time and of whichever words, it answers with what was recorded first and counts once.',
    },
    {
      id: 'DONE-2',
      must: 'A message that is no alert or was withdrawn, and an alert that the caller is not asked by, answer 409 not-open-for-this; one that is not open to the caller answers 404.',
    },
    {
      id: 'DONE-3',
      must: 'It is an entry of the log, and the receipt proves it with a record that has the members named there.',
    },
    {
      id: 'DONE-4',
      must: 'done of the message counts everybody of the audience as of now who said so, each once, and doneAt tells the caller’s own time.',
    },
    {
      id: 'DONE-7',
      must: 'A textHash that is not the one of what the alert says now answers 409 text-mismatch, and nothing is recorded.',
    },
  ],
});

/** `GET /v1/messages/{message}/completions` */
export const listCompletions = endpoint({
  method: 'GET',
  path: '/v1/messages/{message}/completions',
  answers: { 200: page(Asked) },
  list: true,
  summary: 'Who was asked by an alert, and who says it is done',
  profile: 'comms',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the alert. */
    message: Id,
  }),
  query: z.object(PageQuery),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'DONE-5',
      must: 'Everybody of the audience as of now is listed once; doneAt is there for whoever said that it is done. Of a message that asks nothing the list is empty.',
    },
    {
      id: 'DONE-6',
      must: 'It is open to who may announce in the channel and to the roles; everybody else who sees the alert gets 403 forbidden.',
    },
  ],
});
