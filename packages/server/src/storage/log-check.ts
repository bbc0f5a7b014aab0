import { createHash } from 'node:crypto';
import { COMMITMENT_DOMAIN, openCheckpoint, parseEntry, parseVerifierKey } from '@heed/evidence';
import { Frontier } from '@heed/evidence/log';
import { readLatestCheckpoint, readLogIdentity } from '../log/records.js';
import { storedTree, treeHasher } from '../log/tree.js';
import { SqlError, StorageError, type Queryable } from './database.js';

/** What a check of a whole log went through. */
export interface LogCount {
  readonly leaves: number;
  readonly acknowledgements: number;
}

interface Row {
  index: number;
  entry: Uint8Array;
  hash: Uint8Array;
  id: string | null;
  record: string | null;
  salt: Uint8Array | null;
}

const page = 1_000;
const tail = 200;
const recorded = 'isms.acknowledgement.recorded';

/**
 * Checks the end of every tenant's log, in a few milliseconds whatever its size: the signed checkpoint, the stored tree
 * under it, and the last leaves with what they commit to. A database without a log is fine.
 *
 * @throws {StorageError} when they do not belong together.
 */
export async function checkTails(db: Queryable): Promise<void> {
  try {
    const [found] = await db.query<{ heads: boolean }>(
      `select to_regclass('log_checkpoints') is not null and to_regclass('audit_events') is not null as heads`,
    );
    if (!found?.heads) return;
    for (const tenant of await listTenants(db)) {
      const { size, root } = await readHead(db, tenant);
      const leaves = await readLeaves(db, tenant, Math.max(0, size - tail), size);
      if (leaves.length !== Math.min(size, tail)) throw damaged(tenant, 'leaves are missing');
      for (const leaf of leaves) checkLeaf(tenant, leaf);
      const stored = size === 0 ? treeHasher.empty() : await storedTree(db, tenant).root(size);
      if (!isEqual(stored, root)) throw damaged(tenant, 'the stored tree is not the signed one');
    }
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    throw new StorageError(`The end of the log cannot be read: ${error.message}. ${advice}`, {
      cause: error,
    });
  }
}

/**
 * Checks all of a tenant's log: every leaf against what it commits to, the tree over them against the signed checkpoint,
 * and every acknowledgement against its leaf. While others write, give it a repeatable-read transaction.
 *
 * @throws {StorageError} on the first thing that does not belong together.
 */
export async function checkLog(db: Queryable, tenant: string): Promise<LogCount> {
  const { size, root } = await readHead(db, tenant);
  const tree = new Frontier(treeHasher);
  for (let from = 0; from < size; from += page) {
    const leaves = await readLeaves(db, tenant, from, from + page);
    for (const leaf of leaves) {
      if (leaf.index !== tree.size) throw damaged(tenant, `leaf ${tree.size} is missing`);
      checkLeaf(tenant, leaf);
      tree.push(leaf.hash);
    }
    if (leaves.length === 0) break;
  }
  if (tree.size !== size || !isEqual(tree.root(), root)) {
    throw damaged(tenant, `the root over ${tree.size} leaves is not the signed one over ${size}`);
  }
  const [count] = await db.query<{ all: number; bare: number; lost: number }>(
    `select (select count(*) from acknowledgements where tenant = $1) as all,
      (select count(*) from acknowledgements a where tenant = $1 and not exists (
        select 1 from audit_events e where e.tenant = $1 and e.subject = a.id and e.type = $2)) as bare,
      (select count(*) from audit_events e where tenant = $1 and type = $2 and subject is not null and not exists (
        select 1 from acknowledgements a where a.tenant = $1 and a.id = e.subject)) as lost`,
    [tenant, recorded],
  );
  if (!count || count.bare > 0) {
    throw damaged(tenant, `${count?.bare} acknowledgements have no leaf`);
  }
  if (count.lost > 0) throw damaged(tenant, `${count.lost} leaves have no acknowledgement`);
  return { leaves: size, acknowledgements: count.all };
}

/** The tenants of a database. */
export async function listTenants(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ tenant: string }>('select tenant from tenants order by tenant');
  return rows.map(({ tenant }) => tenant);
}

/** The signed end of the log, which the end that writers append to has to equal. */
async function readHead(
  db: Queryable,
  tenant: string,
): Promise<{ size: number; root: Uint8Array }> {
  const identity = await readLogIdentity(db, tenant);
  const checkpoint = await readLatestCheckpoint(db, tenant);
  const [head] = await db.query<{ size: number; frontier: Uint8Array }>(
    'select size, frontier from log_heads where tenant = $1',
    [tenant],
  );
  if (!identity || !checkpoint || !head) throw damaged(tenant, 'its key or its end is missing');
  const nodes: Uint8Array[] = [];
  for (let from = 0; from < head.frontier.length; from += 32) {
    nodes.push(head.frontier.subarray(from, from + 32));
  }
  try {
    const key = await parseVerifierKey(identity.verifierKey);
    const { size, root } = await openCheckpoint(checkpoint.note, [key]);
    const frontier = new Frontier(treeHasher, head.size, nodes);
    if (size === head.size && isEqual(frontier.root(), root)) return { size, root };
  } catch (error) {
    throw damaged(tenant, (error as Error).message);
  }
  throw damaged(tenant, 'its end is not the one that was signed last');
}

async function readLeaves(db: Queryable, tenant: string, from: number, to: number): Promise<Row[]> {
  return db.query<Row>(
    `select leaf.index, leaf.entry, leaf.hash, event.id, event.record, event.salt from log_leaves leaf
      left join audit_events event on event.tenant = leaf.tenant and event.index = leaf.index
      where leaf.tenant = $1 and leaf.index >= $2 and leaf.index < $3 order by leaf.index`,
    [tenant, from, to],
  );
}

function checkLeaf(tenant: string, { index, entry, hash, id, record, salt }: Row): void {
  if (!isEqual(treeHasher.leaf(entry), hash)) throw damaged(tenant, `leaf ${index} has changed`);
  const event = parseEntry(new TextDecoder().decode(entry));
  if (event.id !== id) throw damaged(tenant, `the event of leaf ${index} is missing`);
  if (record === null || salt === null) return; // erased: the leaf stays
  const commitment = createHash('sha256')
    .update(COMMITMENT_DOMAIN)
    .update(salt)
    .update(record)
    .digest('base64');
  if (commitment !== event.data.commitment) {
    throw damaged(tenant, `the record of leaf ${index} has changed`);
  }
}

const isEqual = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

const advice =
  'Do not write to this database any more: restore a backup into another one with "heed import" (see docs/backup.md).';

function damaged(tenant: string, finding: string): StorageError {
  return new StorageError(`The log of tenant ${tenant} is damaged: ${finding}. ${advice}`);
}
