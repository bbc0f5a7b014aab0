import type { Backend } from '../backend.js';
import { cut, parseCursor } from '../http/cursor.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import { toldPart } from '../tasks/told.js';
import { visibleTask } from '../tasks/visible.js';
import { listParts } from './records.js';

/** `GET /v1/tasks/{task}/parts` */
export function partRoutes({ db }: Backend): Routes<'parts'> {
  return {
    async list({ caller, params, query: { state, limit, cursor } }) {
      const { task, open } = await visibleTask(db, caller, params.task);
      if (!open.seesAll) {
        throw new Failure('forbidden', 'How it stands with everybody is for who asked.');
      }
      const after = String(parseCursor('parts', cursor, 1)?.[0] ?? '');
      const page = { state, after, limit: limit + 1 };
      const rows = await listParts(db, caller.tenant, task.id, page);
      const { items, ...more } = cut('parts', rows, limit, ({ person }) => [person]);
      return { status: 200, body: { items: items.map(toldPart), ...more } };
    },
  };
}
