import type { Backend } from '../backend.js';
import { cut, foreignCursor, parseCursor } from '../http/cursor.js';
import type { Routes } from '../http/handlers.js';
import type { Caller } from '../identity/caller.js';
import { visibleIncident } from '../incidents/visible.js';
import { triage } from './change.js';
import { lastChange, listChanges, type StoredChange } from './records.js';
import { refusal, told } from './rules.js';

/** A report whose triage the caller may read. Fails with not-found or forbidden. */
async function readable({ db }: Backend, caller: Caller, id: string) {
  const found = await visibleIncident(db, caller, id);
  const refused = refusal(found.open, 'read');
  if (refused) throw refused;
  return found;
}

/** `GET` and `PUT /v1/incidents/{incident}/triage` */
export function triageRoutes(backend: Backend): Routes<'triage'> {
  return {
    async read({ caller, params }) {
      const { incident, open } = await readable(backend, caller, params.incident);
      const body = told(incident, await lastChange(backend.db, caller.tenant, incident.id), open);
      // What the auditor is told is another text, and they change nothing.
      return { status: 200, body, ...(open.mayHandle && { etag: `"${body.revision}"` }) };
    },
    async record({ caller, params, revision, body: draft }) {
      const one = { caller, incident: params.incident, revision, draft };
      const { incident, open, change } = await triage(backend, one);
      return { status: 200, body: told(incident, change, open) };
    },
  };
}

/** Who changed it; nobody where an earlier register says it. */
const authorOf = ({ person, authorName }: StoredChange) =>
  person !== null && { author: { id: person, displayName: authorName ?? person } };

/** `GET /v1/incidents/{incident}/changes` */
export function changeRoutes(backend: Backend): Routes<'changes'> {
  return {
    async list({ caller, params, query: { limit, cursor } }) {
      const { incident, open } = await readable(backend, caller, params.incident);
      const key = parseCursor('changes', cursor, 2);
      if (key && (key[0] !== incident.id || !Number.isSafeInteger(key[1]))) throw foreignCursor();
      const after = Number(key?.[1] ?? 0);
      const rows = await listChanges(backend.db, caller.tenant, {
        ...{ incident: incident.id, after, limit: limit + 1 },
      });
      // The first is the report itself.
      const first = after < 1 ? [{ number: 1, change: undefined }] : [];
      const all = [...first, ...rows.map((change) => ({ number: change.number, change }))];
      const { items, ...more } = cut('changes', all, limit, ({ number }) => [incident.id, number]);
      const body = items.map(({ change }) => ({
        triage: told(incident, change, open),
        ...(change && open.mayHandle && authorOf(change)),
      }));
      return { status: 200, body: { items: body, ...more } };
    },
  };
}
