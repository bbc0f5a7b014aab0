import type { Backend } from '../backend.js';
import { cut, parseCursor } from '../http/cursor.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import { visiblePolicy } from '../policies/visible.js';
import { documentText } from './records.js';

const missing = () => new Failure('not-found', 'This policy has no such version.');

/** The versions of a policy. */
export function versionRoutes(backend: Backend): Routes<'versions'> {
  return {
    async list({ caller, params, query }) {
      const { versions } = await visiblePolicy(backend, caller, params.policy);
      const before = Number(parseCursor(query.cursor, 1)?.[0] ?? Infinity);
      const rows = versions.filter(({ number }) => number < before);
      return { status: 200, body: cut(rows, query.limit, ({ number }) => [number]) };
    },
    async read({ caller, params }) {
      const { versions } = await visiblePolicy(backend, caller, params.policy);
      const version = versions.find(({ number }) => number === params.version);
      if (!version) throw missing();
      return { status: 200, body: version };
    },
  };
}

/** The text of a version in one language, byte for byte as it was published. */
export function documentRoutes(backend: Backend): Routes<'documents'> {
  return {
    async read({ caller, params }) {
      await visiblePolicy(backend, caller, params.policy);
      const exact = await documentText(backend.db, caller.tenant, params);
      if (exact === undefined) throw missing();
      return { status: 200, exact, etag: `"${params.contentHash}"` };
    },
  };
}
