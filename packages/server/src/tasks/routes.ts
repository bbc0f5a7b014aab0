import type { Task } from '@heed/contract';
import type { Backend } from '../backend.js';
import { cut, foreignCursor, parseCursor } from '../http/cursor.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import { holds, overseers, type Caller } from '../identity/caller.js';
import { ask } from './ask.js';
import { listTasks, type StoredTask, type TaskPage } from './records.js';
import { toldTasks } from './told.js';
import { visibleTask } from './visible.js';

/** Where a page ended. The due date of a list that is in another order is never asked for. */
function placeOf(cursor: string | undefined, scope: string): TaskPage['after'] {
  const key = parseCursor('tasks', cursor, 3);
  if (!key) return undefined;
  const [of, seq, due] = key;
  const isDue = due === '' || (typeof due === 'string' && !Number.isNaN(Date.parse(due)));
  if (of !== scope || !Number.isSafeInteger(seq) || !isDue) throw foreignCursor();
  return { seq: seq as number, dueAt: due === '' ? null : String(due) };
}

/** `GET /v1/tasks`, and one task to read or to ask. */
export function taskRoutes(backend: Backend): Routes<'tasks'> {
  const { db, catalogue } = backend;
  const told = async (caller: Caller, tasks: readonly StoredTask[]) =>
    toldTasks(db, caller, await catalogue.recent(), tasks);
  return {
    async list({ caller, query: { of, state, limit, cursor } }) {
      if (of === 'all' && !holds(caller, overseers)) {
        throw new Failure('forbidden', 'Everything that is asked is for those who run the ISMS.');
      }
      const scope = `${of} ${state}`;
      const page = { of, state, after: placeOf(cursor, scope), limit: limit + 1 };
      const rows = await listTasks(db, caller.tenant, caller.person.id, page);
      const { items, ...more } = cut('tasks', rows, limit, ({ seq, dueAt }) => [
        ...[scope, seq, dueAt ?? ''],
      ]);
      return { status: 200, body: { items: await told(caller, items), ...more } };
    },
    async read({ caller, params }) {
      const { task } = await visibleTask(db, caller, params.task);
      const [body] = await told(caller, [task]);
      return { status: 200, body: body as Task };
    },
    async record({ caller, params, body: draft }) {
      const task = await ask(backend, { caller, id: params.task, draft });
      const [body] = await told(caller, [task]);
      return { status: 200, body: body as Task };
    },
  };
}
