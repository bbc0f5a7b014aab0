import type { Message } from '@heed/contract';
import type { Backend } from '../backend.js';
import { cut, foreignCursor, parseCursor } from '../http/cursor.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import { toldMessages } from '../messages/told.js';
import { visibleMessage } from '../messages/visible.js';
import { react } from './react.js';
import { listAsking } from './records.js';

/** `PUT /v1/messages/{message}/reactions`, and who has a question. */
export function reactionRoutes(backend: Backend): Routes<'reactions'> {
  const { db, catalogue } = backend;
  return {
    async record({ caller, params, body: draft }) {
      const message = await react(backend, caller, params.message, draft);
      const { tenant, person } = caller;
      const [body] = await toldMessages(db, tenant, await catalogue.recent(), [message], person.id);
      return { status: 200, body: body as Message };
    },
    async list({ caller, params, query }) {
      const { message, open } = await visibleMessage(backend, caller, params.message);
      if (!open.mayAnnounce) {
        throw new Failure('forbidden', 'Who has a question is for those who may announce here.');
      }
      const key = parseCursor('reactions', query.cursor, 2)?.map(String);
      if (key && Number.isNaN(Date.parse(key[0] ?? ''))) throw foreignCursor();
      const after = key && ([key[0] ?? '', key[1] ?? ''] as const);
      const page = { after, limit: query.limit + 1 };
      const rows = await listAsking(db, caller.tenant, message.id, page);
      const place = ({ since, person }: (typeof rows)[number]) => [since, person];
      const { items, ...more } = cut('reactions', rows, query.limit, place);
      const told = items.map(({ person, displayName, since }) => ({
        ...{ person: { id: person, displayName }, since },
      }));
      return { status: 200, body: { items: told, ...more } };
    },
  };
}
