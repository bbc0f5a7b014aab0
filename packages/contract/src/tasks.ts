import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Author } from './messages.js';
import { Part } from './parts.js';
import { Id, Language, open, page, PageQuery, Time } from './shapes.js';

/** Something that people are asked to do, each for themselves. */
export const Task = z.object({
  /** Chosen by the device of who asks. */
  id: z.string(),
  /** What is to be done, in one line, plain text. */
  title: z.string(),
  /** More about it, as it was sent, Markdown or not. Empty where the title says it all. */
  text: z.string(),
  /** The same for showing, of the elements that a section of a document may hold. */
  html: z.string(),
  /** BCP 47, as who asks wrote it. */
  language: z.string(),
  /** Who asks. */
  author: Author,
  /** RFC 3339 UTC. */
  askedAt: z.string(),
  /** RFC 3339 UTC, until when, as it holds now; absent where there is time. Late is whose part is open after it. */
  dueAt: z.optional(z.string()),
  /** Whose people are asked, as they are at any time; absent where people are asked by name only. */
  audience: z.optional(
    z.object({
      /** Id of the audience. */
      id: z.string(),
      /** In words. */
      title: z.string(),
    }),
  ),
  /** `open`: it is still asked. `closed`: nobody needs to do it any more, whether they did or not. */
  state: open('open', 'closed'),
  /** RFC 3339 UTC, when it was closed; absent while it is open. */
  closedAt: z.optional(z.string()),
  /** How it stands with the caller; absent where they are not asked. */
  mine: z.optional(Part),
  /** Whether the caller may see how it stands with everybody, and reopen, reschedule and close. */
  mayManage: z.boolean(),
  /** How it stands with everybody who is asked as of now; for who may manage it and for the roles. */
  progress: z.optional(
    z.object({
      /** Those who said that it is done. */
      done: z.int(),
      /** Those who said that it cannot be done. */
      declined: z.int(),
      /** Everybody who is asked. */
      of: z.int(),
    }),
  ),
  /** How many steps with a text are open to the caller: comments, and what was said with anything else. */
  comments: z.int(),
});
/** Something that people are asked to do, each for themselves. */
export type Task = z.output<typeof Task>;

/** What somebody asks; of people, of an audience, or of both. */
export const TaskDraft = z.object({
  /** BCP 47. */
  language: Language,
  /** What is to be done, in one line; at most 200 characters. */
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  /** More about it; at most 20,000 characters; Markdown (CommonMark) where the backend understands it. */
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(20_000))),
  /** Until when; absent where there is time. */
  dueAt: z.optional(Time),
  /** Ids of those who are asked by name, 1 to 200, each counted once. */
  people: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(200))),
  /** Id of the audience that is asked. */
  audience: z.optional(Id),
});
/** What somebody asks. */
export type TaskDraft = z.input<typeof TaskDraft>;

/** `GET /v1/tasks` */
export const listTasks = endpoint({
  method: 'GET',
  path: '/v1/tasks',
  answers: { 200: page(Task) },
  list: true,
  summary: 'What is asked of the caller, or what they ask of others',
  profile: 'tasks',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  query: z.object({
    ...PageQuery,
    /** `me`: what is asked of the caller. `by-me`: what the caller asks. `all`: everything, for the roles. */
    of: z._default(z.enum(['me', 'by-me', 'all']), 'me'),
    /** `open`: what is still to be done; of what is asked of the caller, by them. `ended`: the rest. */
    state: z._default(z.enum(['open', 'ended']), 'open'),
  }),
  cache: 'revalidate',
  requirements: [
    {
      id: 'TSK-1',
      must: 'Of me, exactly the tasks are listed that ask the caller by name or by an audience they belong to now; of one that was closed before they entered the audience, nothing is there for them.',
    },
    {
      id: 'TSK-2',
      must: 'Of by-me, exactly the tasks are listed that the caller asked; of all, every task, for isms-manager and auditor; to everybody else that answers 403 forbidden.',
    },
    {
      id: 'TSK-3',
      must: 'Open are tasks that are not closed, and of me only those of which the caller’s part is open; ended are the others.',
    },
    {
      id: 'TSK-4',
      must: 'Open ones are listed by due date, the earliest first and those without one last; among equals, and of the ended ones, the last that was asked comes first.',
    },
  ],
});

/** `GET /v1/tasks/{task}` */
export const readTask = endpoint({
  method: 'GET',
  path: '/v1/tasks/{task}',
  answers: { 200: Task },
  summary: 'One task',
  profile: 'tasks',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the task. */
    task: Id,
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'TSK-5',
      must: 'A task is open to those of whom it is asked, to who asked, and to the roles; to everybody else it answers 404.',
    },
    {
      id: 'TSK-6',
      must: 'mine stands there for whoever is asked, and progress for who may manage it and for the roles, counting everybody who is asked as of now, each once, joiners and leavers included.',
    },
    {
      id: 'TSK-7',
      must: 'mayManage is true for who asked and for isms-manager, and for nobody else.',
    },
  ],
});

/** `PUT /v1/tasks/{task}` */
export const recordTask = endpoint({
  method: 'PUT',
  path: '/v1/tasks/{task}',
  answers: { 200: Task },
  summary: 'Ask people to do something',
  profile: 'tasks',
  access: { who: 'person' },
  params: z.object({
    /** Chosen by the device at random, once for each task. */
    task: Id,
  }),
  body: TaskDraft,
  cache: 'none',
  problems: ['malformed', 'not-found', 'message-reused', 'too-large', 'unsupported-media-type'],
  requirements: [
    {
      id: 'TSK-8',
      must: 'The same id with the same body (equal members of the schema) asks once, for ever, and answers with the task as it is now; with another body it answers 422 message-reused, of another person 404. Both change nothing.',
    },
    {
      id: 'TSK-9',
      must: 'isms-manager asks anybody. Who may announce in a channel asks its audience, and people who belong to it. Anything else answers 403 forbidden.',
    },
    {
      id: 'TSK-10',
      must: 'A task without people and audience, and one of isms-manager that names a person or an audience that is not there, answer 422 invalid.',
    },
    { id: 'TSK-11', must: 'Every task is an entry of the log.' },
    {
      id: 'TSK-12',
      must: 'title and text come back as they were sent, every Unicode character of them; html holds nothing but what a section of a document may hold.',
    },
  ],
});
