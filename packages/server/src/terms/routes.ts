import type { Backend } from '../backend.js';
import { cut, parseCursor } from '../http/cursor.js';
import type { Routes } from '../http/handlers.js';
import { openPolicy } from '../policies/rules.js';
import { shownTerm } from './rules.js';

/** `GET /v1/terms` */
export function termRoutes({ catalogue }: Backend): Routes<'terms'> {
  return {
    async list({ caller, query }) {
      const after = String(parseCursor('terms', query.cursor, 1)?.[0] ?? '');
      const published = await catalogue.recent();
      const open = (policy: string) => openPolicy(published, caller, policy);
      const items = published.terms
        .filter(({ id }) => id > after)
        .flatMap((term) => shownTerm(term, query.language, open) ?? []);
      return { status: 200, body: cut('terms', items, query.limit, ({ id }) => [id]) };
    },
  };
}
