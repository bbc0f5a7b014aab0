import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { findParts } from '../parts/records.js';
import type { Queryable } from '../storage/database.js';
import { findTask, type StoredTask } from './records.js';
import { standing, type Standing } from './rules.js';

/** The problem of a task that is not there, or not open to the caller (TSK-5): the same for all. */
export const noTask = (): Failure =>
  new Failure('not-found', 'No task that is open to you has this id.');

/** A task with what somebody is to it. */
export interface OpenTask {
  task: StoredTask;
  open: Standing;
}

/** One task, if it is open to the caller. */
export async function openTask(
  db: Queryable,
  caller: Caller,
  id: string,
): Promise<OpenTask | undefined> {
  const task = await findTask(db, caller.tenant, id);
  if (!task) return undefined;
  const parts = await findParts(db, caller.tenant, [id], [caller.person.id]);
  const open = standing(caller, task, parts.length > 0);
  return open && { task, open };
}

/** The same. Fails with not-found. */
export async function visibleTask(db: Queryable, caller: Caller, id: string): Promise<OpenTask> {
  const found = await openTask(db, caller, id);
  if (found) return found;
  throw noTask();
}
