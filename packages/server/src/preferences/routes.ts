import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import { chooseDigest } from './choose.js';
import { findDigestChoice } from './records.js';

/** `/v1/me/preferences`, to read and to choose. */
export function preferenceRoutes(backend: Backend): Routes<'preferences'> {
  return {
    async read({ caller }) {
      const chosen = await findDigestChoice(backend.db, caller.tenant, caller.person.id);
      return { status: 200, body: { digest: chosen ?? backend.digest } };
    },
    async record({ caller, body: { digest } }) {
      if (await chooseDigest(backend, caller.person.id, { digest, way: 'signed-in' })) {
        return { status: 200, body: { digest } };
      }
      throw new Failure(
        'unknown-person',
        'You are no longer among the people who are known here. Nothing was recorded.',
      );
    },
  };
}
