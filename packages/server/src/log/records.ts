import { formatProof, formatReceipt } from '@heed/evidence';
import type { Queryable } from '../storage/database.js';
import { storedTree } from './tree.js';

/** The identity of a tenant's log. */
export interface LogIdentity {
  /** C2SP tlog-checkpoint origin. */
  readonly origin: string;
  /** C2SP verifier key text. */
  readonly verifierKey: string;
}

/** A signed checkpoint. */
export interface SignedCheckpoint {
  /** Number of leaves. */
  readonly size: number;
  /** C2SP tlog-checkpoint note, verbatim. */
  readonly note: string;
}

/** A leaf of the log. */
export interface LogLeaf {
  readonly index: number;
  /** Exact text: canonical JSON. */
  readonly entry: string;
}

/** Origin and public key of a tenant's log; undefined for an unknown tenant. */
export async function readLogIdentity(
  database: Queryable,
  tenant: string,
): Promise<LogIdentity | undefined> {
  const [row] = await database.query<{ origin: string; verifier_key: string }>(
    `select tenants.origin, log_keys.verifier_key
      from tenants join log_keys on log_keys.tenant = tenants.tenant where tenants.tenant = $1`,
    [tenant],
  );
  return row && { origin: row.origin, verifierKey: row.verifier_key };
}

/** Number of leaves; undefined for an unknown tenant. */
export async function readLogSize(
  database: Queryable,
  tenant: string,
): Promise<number | undefined> {
  const [head] = await database.query<{ size: number }>(
    'select size from log_heads where tenant = $1',
    [tenant],
  );
  return head?.size;
}

/** The latest checkpoint; every committed entry is under it. */
export async function readLatestCheckpoint(
  database: Queryable,
  tenant: string,
): Promise<SignedCheckpoint | undefined> {
  const [checkpoint] = await database.query<SignedCheckpoint>(
    'select size, note from log_checkpoints where tenant = $1 order by size desc limit 1',
    [tenant],
  );
  return checkpoint;
}

/** The smallest signed checkpoint of at least `size` leaves; undefined when the log is not that long. */
export async function readCheckpointFrom(
  database: Queryable,
  tenant: string,
  size: number,
): Promise<SignedCheckpoint | undefined> {
  const [checkpoint] = await database.query<SignedCheckpoint>(
    `select size, note from log_checkpoints where tenant = $1 and size >= $2 order by size limit 1`,
    [tenant, size],
  );
  return checkpoint;
}

/**
 * Proof that leaf `index` is in the tree of `size` leaves (RFC 6962 §2.1.1), with the leaf's hash.
 *
 * @returns undefined unless index < size <= the log's size.
 */
export async function readInclusionProof(
  database: Queryable,
  tenant: string,
  index: number,
  size: number,
): Promise<{ leafHash: Uint8Array; hashes: Uint8Array[] } | undefined> {
  const reached = await readLogSize(database, tenant);
  if (reached === undefined || index < 0 || index >= size || size > reached) return undefined;
  const [leaf] = await database.query<{ hash: Uint8Array }>(
    'select hash from log_leaves where tenant = $1 and index = $2',
    [tenant, index],
  );
  const hashes = await storedTree(database, tenant).inclusionProof(index, size);
  return leaf && { leafHash: leaf.hash, hashes };
}

/**
 * Proof that the tree of `to` leaves begins with the tree of `from` leaves (RFC 6962 §2.1.2).
 *
 * @returns undefined unless 1 <= from <= to <= the log's size.
 */
export async function readConsistencyProof(
  database: Queryable,
  tenant: string,
  from: number,
  to: number,
): Promise<Uint8Array[] | undefined> {
  const reached = await readLogSize(database, tenant);
  if (reached === undefined || from < 1 || from > to || to > reached) return undefined;
  return storedTree(database, tenant).consistencyProof(from, to);
}

/** Leaves from `start` on, in order, at most `limit`. */
export async function listLeaves(
  database: Queryable,
  tenant: string,
  start: number,
  limit: number,
): Promise<LogLeaf[]> {
  const rows = await database.query<{ index: number; entry: Uint8Array }>(
    `select index, entry from log_leaves
      where tenant = $1 and index >= $2 and index < $3 order by index`,
    [tenant, start, start + limit],
  );
  const decoder = new TextDecoder();
  return rows.map(({ index, entry }) => ({ index, entry: decoder.decode(entry) }));
}

/** Places in the log of the events about one thing, oldest first. */
export async function findEntries(
  database: Queryable,
  tenant: string,
  subject: string,
): Promise<number[]> {
  const rows = await database.query<{ index: number }>(
    'select index from audit_events where tenant = $1 and subject = $2 order by index',
    [tenant, subject],
  );
  return rows.map(({ index }) => index);
}

/**
 * The receipt file of one entry: the same bytes whenever it is asked for, since the proof is for the checkpoint
 * that was committed with the entry.
 *
 * @returns undefined when there is no such entry, or its record was erased.
 */
export async function readReceipt(
  database: Queryable,
  tenant: string,
  index: number,
): Promise<string | undefined> {
  const [row] = await database.query<{ record: string; salt: Uint8Array; entry: Uint8Array }>(
    `select audit_events.record, audit_events.salt, log_leaves.entry
      from audit_events
      join log_leaves on log_leaves.tenant = audit_events.tenant and log_leaves.index = audit_events.index
      where audit_events.tenant = $1 and audit_events.index = $2 and audit_events.record is not null`,
    [tenant, index],
  );
  const checkpoint = await readCheckpointFrom(database, tenant, index + 1);
  const identity = await readLogIdentity(database, tenant);
  if (!row || !checkpoint || !identity) return undefined;
  const hashes = await storedTree(database, tenant).inclusionProof(index, checkpoint.size);
  return formatReceipt({
    record: row.record,
    salt: row.salt,
    entry: new TextDecoder().decode(row.entry),
    proof: formatProof({ index, hashes, checkpoint: checkpoint.note }),
    key: identity.verifierKey,
  });
}

/**
 * Erases what the log knows of a person: records and salts go, the leaves stay and every proof stays valid, and
 * nothing leads from a leaf to the person any more.
 *
 * @returns how many events were about the person.
 */
export async function erasePersonFromLog(
  tx: Queryable,
  tenant: string,
  personId: string,
): Promise<number> {
  const erased = await tx.query(
    `update audit_events set record = null, salt = null, subject = null, person_id = null
      where tenant = $1 and person_id = $2 returning index`,
    [tenant, personId],
  );
  return erased.length;
}
