import type { Step, Task } from '@heed/contract';
import type { Backend } from '../backend.js';
import { cut, foreignCursor, parseCursor } from '../http/cursor.js';
import type { Routes } from '../http/handlers.js';
import { findTasks } from '../tasks/records.js';
import { toldTasks } from '../tasks/told.js';
import { visibleTask } from '../tasks/visible.js';
import { listSteps, type StoredStep } from './records.js';
import { take } from './take.js';

function told({ id, task, kind, about, aboutName, ...step }: StoredStep): Step {
  return {
    ...{ id, task, kind },
    ...(about !== null && { person: { id: about, displayName: aboutName ?? about } }),
    author: { id: step.person, displayName: step.authorName },
    recordedAt: step.recordedAt,
    ...(step.text !== null && { text: step.text }),
    ...(step.dueAt !== null && { dueAt: step.dueAt }),
  };
}

/** `PUT /v1/steps/{step}`, and the steps of a task. */
export function stepRoutes(backend: Backend): Routes<'steps'> {
  const { db, catalogue } = backend;
  return {
    async record({ caller, params, body: draft }) {
      const { step, receipt } = await take(backend, { caller, id: params.step, draft });
      const tasks = await findTasks(db, caller.tenant, [step.task]);
      const [task] = await toldTasks(db, caller, await catalogue.recent(), tasks);
      return { status: 200, body: { step: told(step), task: task as Task, receipt } };
    },
    async list({ caller, params, query: { person, limit, cursor } }) {
      const { task, open } = await visibleTask(db, caller, params.task);
      const key = parseCursor('steps', cursor, 2);
      if (key && (key[0] !== task.id || !Number.isSafeInteger(key[1]))) throw foreignCursor();
      const own = caller.person.id;
      const seen = open.seesAll ? undefined : [own];
      const of = person === undefined ? seen : open.seesAll || person === own ? [person] : [];
      const after = Number(key?.[1] ?? 0);
      const page = { task: task.id, of, after, limit: limit + 1 };
      const rows = await listSteps(db, caller.tenant, page);
      const { items, ...more } = cut('steps', rows, limit, ({ number }) => [task.id, number]);
      return { status: 200, body: { items: items.map(told), ...more } };
    },
  };
}
