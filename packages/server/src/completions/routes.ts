import type { Backend } from '../backend.js';
import { cut, parseCursor } from '../http/cursor.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import { holds, overseers } from '../identity/caller.js';
import { visibleMessage } from '../messages/visible.js';
import { complete } from './complete.js';
import { listAsked } from './records.js';

/** `PUT /v1/messages/{message}/completion`, and who was asked. */
export function completionRoutes(backend: Backend): Routes<'completions'> {
  return {
    async record({ caller, params, body }) {
      return { status: 200, body: await complete(backend, caller, params.message, body) };
    },
    async list({ caller, params, query }) {
      const { message, open } = await visibleMessage(backend, caller, params.message);
      if (!open.mayAnnounce && !holds(caller, overseers)) {
        throw new Failure('forbidden', 'Who has done it is for those who may announce here.');
      }
      const after = String(parseCursor('completions', query.cursor, 1)?.[0] ?? '');
      const asked = { id: message.id, audience: open.channel.audience };
      const page = { after, limit: query.limit + 1 };
      const rows =
        message.action === null ? [] : await listAsked(backend.db, caller.tenant, asked, page);
      const { items, ...more } = cut('completions', rows, query.limit, ({ person }) => [person]);
      const told = items.map(({ person, displayName, doneAt }) => ({
        person: { id: person, displayName },
        ...(doneAt !== null && { doneAt }),
      }));
      return { status: 200, body: { items: told, ...more } };
    },
  };
}
