import type { Policy } from '@heed/contract';
import type { Backend } from '../backend.js';
import { cut, parseCursor } from '../http/cursor.js';
import type { Routes } from '../http/handlers.js';
import type { PublishedPolicy } from './records.js';
import { visiblePolicies, visiblePolicy } from './visible.js';

function body({ versions: _, ...policy }: PublishedPolicy): Policy {
  return policy;
}

/** `GET /v1/policies` and one policy. */
export function policyRoutes(backend: Backend): Routes<'policies'> {
  return {
    async list({ caller, query }) {
      const after = String(parseCursor('policies', query.cursor, 1)?.[0] ?? '');
      const rows = (await visiblePolicies(backend, caller)).filter(({ id }) => id > after);
      return { status: 200, body: cut('policies', rows.map(body), query.limit, ({ id }) => [id]) };
    },
    async read({ caller, params }) {
      return { status: 200, body: body(await visiblePolicy(backend, caller, params.policy)) };
    },
  };
}
