import type { Part, Task } from '@heed/contract';
import type { Catalogue } from '../catalogue.js';
import type { Caller } from '../identity/caller.js';
import { findParts, progressOf, type Progress, type StoredPart } from '../parts/records.js';
import { commentsOf } from '../steps/records.js';
import type { Queryable } from '../storage/database.js';
import type { StoredTask } from './records.js';
import { standing, type Standing } from './rules.js';

/** A part as the contract tells it. */
export function toldPart({ person, displayName, state, at, text }: StoredPart): Part {
  return {
    person: { id: person, displayName },
    state,
    ...(at !== null && { at }),
    ...(text !== null && { text }),
  };
}

interface Circumstances {
  audiences: Catalogue['audiences'];
  open: Standing;
  part: StoredPart | undefined;
  progress: Progress | undefined;
  comments: number;
}

function told(
  task: StoredTask,
  { audiences, open, part, progress, comments }: Circumstances,
): Task {
  const { id, title, text, html, language, askedAt, dueAt, audience, closedAt } = task;
  return {
    ...{ id, title, text, html, language },
    author: { id: task.person, displayName: task.authorName },
    askedAt,
    ...(dueAt !== null && { dueAt }),
    ...(audience !== null && {
      audience: { id: audience, title: audiences.get(audience)?.title ?? audience },
    }),
    ...(closedAt === null ? { state: 'open' } : { state: 'closed', closedAt }),
    ...(part && { mine: toldPart(part) }),
    mayManage: open.mayManage,
    ...(open.seesAll && { progress: progress ?? { done: 0, declined: 0, of: 0 } }),
    comments,
  };
}

const nothingToThem: Standing = { isAsked: false, mayManage: false, seesAll: false };

/** Tasks that are open to the caller, or were when they did something with them, as the contract tells them. */
export async function toldTasks(
  db: Queryable,
  caller: Caller,
  { audiences }: Pick<Catalogue, 'audiences'>,
  tasks: readonly StoredTask[],
): Promise<Task[]> {
  const { tenant, person } = caller;
  const ids = tasks.map(({ id }) => id);
  const parts = await findParts(db, tenant, ids, [person.id]);
  const mine = new Map(parts.map((part) => [part.task, part]));
  const open = tasks.map((task) => ({
    task,
    open: standing(caller, task, mine.has(task.id)) ?? nothingToThem,
  }));
  const seen = open.map(({ task, open: { seesAll } }) => ({ id: task.id, seesAll }));
  const managed = seen.filter(({ seesAll }) => seesAll).map(({ id }) => id);
  const progress = await progressOf(db, tenant, managed);
  const comments = await commentsOf(db, tenant, seen, person.id);
  return open.map((one) =>
    told(one.task, {
      ...{ audiences, open: one.open, part: mine.get(one.task.id) },
      ...{ progress: progress.get(one.task.id), comments: comments.get(one.task.id) ?? 0 },
    }),
  );
}
