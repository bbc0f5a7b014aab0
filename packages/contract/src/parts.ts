import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Id, open, page, PageQuery } from './shapes.js';

/** How a task stands with one person of whom it is asked. */
export const Part = z.object({
  /** Who is asked. */
  person: z.object({
    /** Id of the person. */
    id: z.string(),
    /** As colleagues know them. */
    displayName: z.string(),
  }),
  /** `open`: nothing was said, or it was reopened. `done`: they say it is done. `declined`: they say it cannot be done. */
  state: open('open', 'done', 'declined'),
  /** RFC 3339 UTC, when it came to that; absent while nothing was said. */
  at: z.optional(z.string()),
  /** What was said with that, plain text: how it went, why it cannot be done, or why it was reopened. */
  text: z.optional(z.string()),
});
/** How a task stands with one person of whom it is asked. */
export type Part = z.output<typeof Part>;

/** `GET /v1/tasks/{task}/parts` */
export const listParts = endpoint({
  method: 'GET',
  path: '/v1/tasks/{task}/parts',
  answers: { 200: page(Part) },
  list: true,
  summary: 'How a task stands with everybody of whom it is asked',
  profile: 'tasks',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the task. */
    task: Id,
  }),
  query: z.object({
    ...PageQuery,
    /** Only those whose part is in this state. */
    state: z.optional(z.enum(['open', 'done', 'declined'])),
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'PRT-1',
      must: 'Everybody who is asked as of now, by name or by the audience, is listed once, with what their last outcome or reopening made of their part; with state, only those in it.',
    },
    {
      id: 'PRT-2',
      must: 'It is open to who may manage the task and to the roles; everybody else who sees the task gets 403 forbidden.',
    },
  ],
});
