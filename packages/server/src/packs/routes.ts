import type { PolicyPack } from '@heed/contract';
import type { Backend } from '../backend.js';
import type { Catalogue } from '../catalogue.js';
import { outline } from '../checks/rules.js';
import { cut, parseCursor } from '../http/cursor.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import type { StoredPack } from './records.js';

function body({ audiences }: Catalogue, pack: StoredPack): PolicyPack {
  return {
    id: pack.id,
    title: pack.title,
    ...(pack.description !== undefined && { description: pack.description }),
    policies: [...pack.policies],
    audience: { id: pack.audience, title: audiences.get(pack.audience)?.title ?? pack.audience },
    asks: pack.asks,
    ...(pack.everySection && { everySection: true }),
    ...(pack.check && { check: outline(pack.check) }),
    ...(pack.statement && { statement: pack.statement }),
    due: pack.due,
    reminders: [...pack.reminders],
  };
}

/** `GET /v1/packs` and one pack. */
export function packRoutes({ catalogue }: Backend): Routes<'packs'> {
  return {
    async list({ query }) {
      const after = String(parseCursor('packs', query.cursor, 1)?.[0] ?? '');
      const published = await catalogue.recent();
      const rows = published.packs.filter(({ id }) => id > after);
      const items = rows.map((pack) => body(published, pack));
      return { status: 200, body: cut('packs', items, query.limit, ({ id }) => [id]) };
    },
    async read({ params }) {
      const published = await catalogue.recent();
      const pack = published.packs.find(({ id }) => id === params.pack);
      if (!pack) throw new Failure('not-found', 'No pack has this id.');
      return { status: 200, body: body(published, pack) };
    },
  };
}
