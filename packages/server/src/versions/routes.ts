import type { Backend } from '../backend.js';
import { cut, parseCursor } from '../http/cursor.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import { visiblePolicy, visibleVersion } from '../policies/visible.js';

/** The versions of a policy. */
export function versionRoutes(backend: Backend): Routes<'versions'> {
  return {
    async list({ caller, params, query }) {
      const { versions } = await visiblePolicy(backend, caller, params.policy);
      const before = Number(parseCursor('versions', query.cursor, 1)?.[0] ?? Infinity);
      const rows = versions.filter(({ number }) => number < before);
      return { status: 200, body: cut('versions', rows, query.limit, ({ number }) => [number]) };
    },
    async read({ caller, params }) {
      return { status: 200, body: await visibleVersion(backend, caller, params) };
    },
  };
}

/** The pictures of a version, byte for byte as they were published. */
export function imageRoutes(backend: Backend): Routes<'images'> {
  return {
    async read({ caller, params }) {
      await visiblePolicy(backend, caller, params.policy);
      const stored = await backend.images(params);
      if (!stored) throw new Failure('not-found', 'This version has no such picture.');
      return { status: 200, stored, etag: `"${params.contentHash}"` };
    },
  };
}

/** The text of a version in one language, byte for byte as it was published. */
export function documentRoutes(backend: Backend): Routes<'documents'> {
  return {
    async read({ caller, params }) {
      await visiblePolicy(backend, caller, params.policy);
      const stored = await backend.texts(params);
      if (!stored) throw new Failure('not-found', 'This policy has no such version.');
      return { status: 200, stored, etag: `"${params.contentHash}"` };
    },
  };
}
