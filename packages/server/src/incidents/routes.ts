import type { Incident } from '@heed/contract';
import type { Backend } from '../backend.js';
import { withNextDue } from '../clocks/next-due.js';
import { cut, foreignCursor, parseCursor } from '../http/cursor.js';
import type { Routes } from '../http/handlers.js';
import { holds, type Caller } from '../identity/caller.js';
import { listIncidents, type StoredIncident } from './records.js';
import { report } from './report.js';
import { toldIncidents } from './told.js';
import { visibleIncident } from './visible.js';

/** `GET /v1/incidents`, and one report to read or to make. */
export function incidentRoutes(backend: Backend): Routes<'incidents'> {
  const { db } = backend;
  const toldAll = async (caller: Caller, incidents: readonly StoredIncident[]) =>
    withNextDue(backend, caller, incidents, await toldIncidents(db, caller, incidents));
  const told = async (caller: Caller, incident: StoredIncident) =>
    (await toldAll(caller, [incident]))[0] as Incident;
  return {
    async list({ caller, query: { of, state, limit, cursor } }) {
      const key = parseCursor('incidents', cursor, 2);
      const scope = `${of} ${state ?? ''}`;
      if (key && (key[0] !== scope || !Number.isSafeInteger(key[1]))) throw foreignCursor();
      const seesAll = holds(caller, ['incident-handler', 'auditor']);
      const rows = await listIncidents(db, caller.tenant, caller.person.id, {
        of: of === 'me' ? 'reporter' : seesAll ? 'all' : 'handler',
        ...{ state, before: key && Number(key[1]), limit: limit + 1 },
      });
      const { items, ...more } = cut('incidents', rows, limit, ({ seq }) => [scope, seq]);
      return { status: 200, body: { items: await toldAll(caller, items), ...more } };
    },
    async read({ caller, params }) {
      const { incident } = await visibleIncident(db, caller, params.incident);
      return { status: 200, body: await told(caller, incident) };
    },
    async record({ caller, params, body: draft }) {
      const { incident, receipt } = await report(backend, { caller, id: params.incident, draft });
      return { status: 200, body: { incident: await told(caller, incident), receipt } };
    },
  };
}
