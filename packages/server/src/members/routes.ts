import type { Backend } from '../backend.js';
import { visibleChannel } from '../channels/open.js';
import { cut, parseCursor } from '../http/cursor.js';
import type { Routes } from '../http/handlers.js';
import { searchMembers } from './records.js';

/** `GET /v1/channels/{channel}/members` */
export function memberRoutes(backend: Backend): Routes<'members'> {
  return {
    async list({ caller, params, query }) {
      const { channel } = await visibleChannel(backend, caller, params.channel);
      const key = parseCursor('members', query.cursor, 2)?.map(String);
      const after = key && ([key[0] ?? '', key[1] ?? ''] as const);
      const asked = { audience: channel.audience, search: query.search };
      const page = { after, limit: query.limit + 1 };
      const rows = await searchMembers(backend.db, caller.tenant, asked, page);
      const { items, ...more } = cut('members', rows, query.limit, ({ place, id }) => [place, id]);
      const told = items.map(({ id, displayName }) => ({ id, displayName }));
      return { status: 200, body: { items: told, ...more } };
    },
  };
}
