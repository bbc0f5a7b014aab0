import type { Message } from '@heed/contract';
import type { Backend } from '../backend.js';
import { cut, foreignCursor, parseCursor } from '../http/cursor.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import { toldMessages } from '../messages/told.js';
import { visibleMessage } from '../messages/visible.js';
import { listRevisions } from './records.js';
import { revise } from './revise.js';
import { seesHistory } from './rules.js';

/** `PUT /v1/revisions/{revision}` and what a message said over time. */
export function revisionRoutes(backend: Backend): Routes<'revisions'> {
  const { db, catalogue } = backend;
  return {
    async record({ caller, params, body: draft }) {
      const message = await revise(backend, { caller, id: params.revision, draft });
      const { tenant, person } = caller;
      const [body] = await toldMessages(db, tenant, await catalogue.recent(), [message], person.id);
      return { status: 200, body: body as Message };
    },
    async list({ caller, params, query }) {
      const found = await visibleMessage(backend, caller, params.message);
      if (!seesHistory(caller, found)) {
        throw new Failure('forbidden', 'What a message said before is for who wrote it.');
      }
      const after = parseCursor('revisions', query.cursor, 1)?.[0] ?? 0;
      if (!Number.isSafeInteger(after)) throw foreignCursor();
      const page = { after: Number(after), limit: query.limit + 1 };
      const rows = await listRevisions(db, caller.tenant, found.message.id, page);
      const { items, ...more } = cut('revisions', rows, query.limit, ({ number }) => [number]);
      const told = items.map(({ id, recordedAt, person, title, text }) => ({
        ...{ id, recordedAt, ...(person !== null && { person }) },
        ...(title !== null && { title }),
        ...(text !== null && { text }),
      }));
      return { status: 200, body: { items: told, ...more } };
    },
  };
}
