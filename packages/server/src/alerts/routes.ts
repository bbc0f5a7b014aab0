import type { Backend } from '../backend.js';
import { openChannels } from '../channels/open.js';
import { cut, foreignCursor, parseCursor } from '../http/cursor.js';
import type { Routes } from '../http/handlers.js';
import { toldMessages } from '../messages/told.js';
import { listOpenAlerts, placeOf, type Place } from './records.js';

function placeIn(cursor: string | undefined): Place | undefined {
  const key = parseCursor('alerts', cursor, 2);
  if (!key) return undefined;
  const [due, seq] = key;
  if (typeof due !== 'string' || Number.isNaN(Date.parse(due)) || !Number.isSafeInteger(seq)) {
    throw foreignCursor();
  }
  return { due, seq: seq as number };
}

/** `GET /v1/alerts` */
export function alertRoutes({ db, catalogue }: Backend): Routes<'alerts'> {
  return {
    async list({ caller, query }) {
      const { tenant, person } = caller;
      const published = await catalogue.recent();
      const open = await openChannels(db, published, caller);
      const rows = await listOpenAlerts(db, tenant, person.id, {
        channels: open.filter(({ isMember }) => isMember),
        after: placeIn(query.cursor),
        limit: query.limit + 1,
      });
      const { items, ...more } = cut('alerts', rows, query.limit, (row) => {
        const { due, seq } = placeOf(row);
        return [due, seq];
      });
      const told = await toldMessages(db, tenant, published, items, person.id);
      return { status: 200, body: { items: told, ...more } };
    },
  };
}
