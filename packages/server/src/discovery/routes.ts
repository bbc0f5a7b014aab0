import { contractVersion } from '@heed/contract';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import { readLogIdentity } from '../log/records.js';

/** `GET /.well-known/isms` */
export function discoveryRoutes({
  db,
  tenant,
  organisation,
  catalogue,
}: Backend): Routes<'discovery'> {
  return {
    async read() {
      const log = await readLogIdentity(db, tenant);
      if (!log) throw new Failure('unavailable', 'The log of this tenant does not exist yet.');
      const { terms } = await catalogue.recent();
      return {
        status: 200,
        body: {
          contract: [contractVersion],
          profiles: ['core', 'evidence', 'comms', 'tasks', 'incidents', 'live'],
          organisation,
          log: { origin: log.origin, key: log.verifierKey },
          ...(terms.length > 0 && { terms: true }),
        },
      };
    },
  };
}

/** `GET /health` */
export function healthRoutes({ db, clock }: Backend): Routes<'health'> {
  return {
    async read() {
      try {
        await db.query('select 1');
      } catch {
        throw new Failure('unavailable', 'The storage does not answer. Try again in a moment.');
      }
      return { status: 200, body: { status: 'ok', time: clock().toISOString() } };
    },
  };
}
