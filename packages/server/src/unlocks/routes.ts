import type { Unlock } from '@heed/contract';
import type { Backend } from '../backend.js';
import { cut, foreignCursor, parseCursor } from '../http/cursor.js';
import type { Routes } from '../http/handlers.js';
import { seesNames } from '../incidents/rules.js';
import { visibleIncident } from '../incidents/visible.js';
import { listUnlocks, type StoredUnlock } from './records.js';
import { unlock } from './unlock.js';

function told({ id, incident, person, ...one }: StoredUnlock, withNames: boolean): Unlock {
  return {
    ...{ id, incident },
    ...(withNames && { author: { id: person, displayName: one.authorName } }),
    ...{ reason: one.reason, recordedAt: one.recordedAt },
  };
}

/** `PUT /v1/unlocks/{unlock}`, and the unlocks of a report. */
export function unlockRoutes(backend: Backend): Routes<'unlocks'> {
  return {
    async record({ caller, params, body: draft }) {
      const made = await unlock(backend, { caller, id: params.unlock, draft });
      return { status: 200, body: told(made, true) };
    },
    async list({ caller, params, query: { limit, cursor } }) {
      const { incident, open } = await visibleIncident(backend.db, caller, params.incident);
      const key = parseCursor('unlocks', cursor, 2);
      if (key && (key[0] !== incident.id || !Number.isSafeInteger(key[1]))) throw foreignCursor();
      const rows = await listUnlocks(backend.db, caller.tenant, {
        ...{ incident: incident.id, after: Number(key?.[1] ?? 0), limit: limit + 1 },
      });
      const { items, ...more } = cut('unlocks', rows, limit, ({ number }) => [incident.id, number]);
      const body = { items: items.map((one) => told(one, seesNames(open))), ...more };
      return { status: 200, body };
    },
  };
}
