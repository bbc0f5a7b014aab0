import { encodeBase64 } from '@heed/evidence';
import type { Backend } from '../backend.js';
import { formatCursor, parseCursor } from '../http/cursor.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import {
  listLeaves,
  readConsistencyProof,
  readInclusionProof,
  readLatestCheckpoint,
} from './records.js';

const beyond = () =>
  new Failure('not-found', 'The log has no such proof: it has not reached these sizes.');

/** The transparency log: checkpoint, proofs and leaves. */
export function logRoutes({ db, tenant }: Backend): Routes<'log'> {
  return {
    async checkpoint() {
      const latest = await readLatestCheckpoint(db, tenant);
      if (!latest) {
        throw new Failure('unavailable', 'The log is empty: nothing was published yet.');
      }
      return { status: 200, body: latest.note };
    },
    async inclusion({ query: { index, size } }) {
      const proof = await readInclusionProof(db, tenant, index, size);
      if (!proof) throw beyond();
      const hashes = proof.hashes.map(encodeBase64);
      return { status: 200, body: { index, size, leafHash: encodeBase64(proof.leafHash), hashes } };
    },
    async consistency({ query: { from, to } }) {
      const proof = await readConsistencyProof(db, tenant, from, to);
      if (!proof) throw beyond();
      return { status: 200, body: { from, to, hashes: proof.map(encodeBase64) } };
    },
    async entries({ query }) {
      const after = parseCursor('log', query.cursor, 1)?.[0];
      const start = after === undefined ? (query.start ?? 0) : Number(after);
      if (!Number.isSafeInteger(start)) throw beyond();
      const rows = await listLeaves(db, tenant, start, query.limit + 1);
      const items = rows.slice(0, query.limit);
      const more = rows.length > items.length;
      return {
        status: 200,
        body: { items, ...(more && { next: formatCursor('log', [start + items.length]) }) },
      };
    },
  };
}
