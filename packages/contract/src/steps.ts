import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Author } from './messages.js';
import { Id, open, page, PageQuery, Time } from './shapes.js';
import { Task } from './tasks.js';

/** One thing that happened with a task after it was asked. */
export const Step = z.object({
  /** Chosen by the device. */
  id: z.string(),
  /** Id of the task. */
  task: z.string(),
  /**
   * `done` and `declined`: how it ended for the person. `comment`: something was said. `reopened`: the person is asked once
   * more. `rescheduled`: another due date, or none. `closed`: it is asked of nobody any more.
   */
  kind: open('done', 'declined', 'comment', 'reopened', 'rescheduled', 'closed'),
  /** Whose part it is about, and who sees it with those who manage the task; absent where it is about all of it. */
  person: z.optional(
    z.object({
      /** Id of the person. */
      id: z.string(),
      /** As colleagues know them. */
      displayName: z.string(),
    }),
  ),
  /** Who did it. */
  author: Author,
  /** RFC 3339 UTC. */
  recordedAt: z.string(),
  /** What was said with it, plain text in which lines are kept. */
  text: z.optional(z.string()),
  /** RFC 3339 UTC, until when since then; of `rescheduled`, absent where there is time now. */
  dueAt: z.optional(z.string()),
});
/** One thing that happened with a task after it was asked. */
export type Step = z.output<typeof Step>;

/** What somebody does with a task. */
export const StepDraft = z.object({
  /** Id of the task. */
  task: Id,
  /** What it is. `done` and `declined` are about the caller's own part. */
  kind: z.enum(['done', 'declined', 'comment', 'reopened', 'rescheduled', 'closed']),
  /** Id of the person whose part it is about: of a reopening always, and of a comment that is not for everybody. */
  person: z.optional(Id),
  /** What is said with it; at most 2,000 characters. A comment, a reopening and `declined` have one. */
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(2000))),
  /** Of `rescheduled`: until when now. Without it, there is time. */
  dueAt: z.optional(Time),
});
/** What somebody does with a task. */
export type StepDraft = z.input<typeof StepDraft>;

/** That a step was recorded, and what it made of the task. */
export const StepRecorded = z.object({
  /** As it is listed. */
  step: Step,
  /** As it is now. */
  task: Task,
  /**
   * The receipt (see the evidence page): the exact bytes of the record, its place in the log and a signed checkpoint. The
   * record has these members at least: `tenant`; `person` with `id`, `userName` and `displayName`, who did it; `task` with
   * `id`; `step` with `id`, `kind`, and `person`, `text` and `dueAt` where it has them, `person` by its id; `textHash`, which
   * is `sha256:` and the hash of the canonical JSON (RFC 8785) of the task’s `title`, `text` and `dueAt` (where it had one)
   * as they were before it; and `recordedAt`.
   */
  receipt: z.string(),
});
/** That a step was recorded, and what it made of the task. */
export type StepRecorded = z.output<typeof StepRecorded>;

/** `PUT /v1/steps/{step}` */
export const recordStep = endpoint({
  method: 'PUT',
  path: '/v1/steps/{step}',
  answers: { 200: StepRecorded },
  summary: 'Say how a task ended, comment on it, reopen, reschedule or close it',
  profile: 'tasks',
  access: { who: 'person' },
  params: z.object({
    /** Chosen by the device at random, once for each step. */
    step: Id,
  }),
  body: StepDraft,
  cache: 'none',
  problems: [
    'malformed',
    'not-found',
    'message-reused',
    'task-not-open',
    'too-large',
    'unsupported-media-type',
  ],
  requirements: [
    {
      id: 'STP-1',
      must: 'The same id with the same body, sent again at any time, is one step, and answers with that step, its receipt and the task as it is now; with another body it answers 422 message-reused, of another person 404. Both change nothing.',
    },
    {
      id: 'STP-2',
      must: 'done and declined are about the caller’s own part, and the last of them counts until the part is reopened. Of who is not asked, they answer 409 task-not-open.',
    },
    {
      id: 'STP-3',
      must: 'Reopening, rescheduling, closing, and comments for everybody or about somebody else’s part are for who may manage the task; of everybody else who sees it they answer 403 forbidden. A person who is not asked answers 404.',
    },
    {
      id: 'STP-4',
      must: 'reopened makes the part of that person open again, and asks them once more; where it is open, it answers 409 task-not-open.',
    },
    {
      id: 'STP-5',
      must: 'rescheduled gives the task another due date or takes it away, and closed ends it for everybody. After that every step answers 409 task-not-open.',
    },
    {
      id: 'STP-6',
      must: 'declined, comment and reopened without a text, reopened without a person, a person with anything but reopened and comment, and dueAt with anything but rescheduled answer 422 invalid.',
    },
    {
      id: 'STP-7',
      must: 'Every step is an entry of the log, and the receipt proves it with a record that has the members named there.',
    },
    { id: 'STP-8', must: 'text comes back as it was sent, every Unicode character of it.' },
  ],
});

/** `GET /v1/tasks/{task}/steps` */
export const listSteps = endpoint({
  method: 'GET',
  path: '/v1/tasks/{task}/steps',
  answers: { 200: page(Step) },
  list: true,
  summary: 'What happened with a task',
  profile: 'tasks',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the task. */
    task: Id,
  }),
  query: z.object({
    ...PageQuery,
    /** Id of a person: the steps of their part, and those about all of the task. */
    person: z.optional(Id),
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'STP-9',
      must: 'Every step that is open to the caller is listed, in the order in which they were recorded, oldest first: to who may manage the task and to the roles all of them, to everybody else those about all of the task and about their own part. With person, only those of that part and about all of it.',
    },
    { id: 'STP-10', must: 'A task that is not open to the caller answers 404.' },
  ],
});
