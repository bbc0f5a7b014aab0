import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openCheckpoint, parseVerifierKey } from '@heed/evidence';
import { Frontier } from '@heed/evidence/log';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import { startProcess } from '../../../../test/setup/processes.mjs';
import { readLatestCheckpoint, readLogIdentity } from '../log/records.js';
import { ensureTenant } from '../log/tenants.js';
import { treeHasher } from '../log/tree.js';
import { openDatabase, type Database } from './database.js';
import { migrate } from './migrate.js';

const kills = process.env.SOAK ? 30 : 2;

test(`embedded: nothing confirmed is lost in ${kills} kills of a writing process`, async (t) => {
  const folder = temporaryFolder();
  const db = await openDatabase({ folder });
  await migrate(db);
  await db.query('create table deeds (tenant text, id text primary key, at timestamptz)');
  await ensureTenant(db, 'acme', 'isms.example.com/log');
  await db.close();
  const confirmed = new Set<string>();
  for (let kill = 0; kill < kills; kill++) {
    const writing = startProcess('writing-process.mjs', folder);
    assert.equal(await writing.line(0), 'open');
    await writing.line(1);
    await pause(100 + Math.random() * 700);
    await writing.kill();
    for (const id of writing.lines.slice(1)) confirmed.add(id);
    await checkFolder(folder, confirmed);
  }
  t.diagnostic(`${confirmed.size} confirmed writes, none missing`);
});

async function checkFolder(folder: string, confirmed: ReadonlySet<string>): Promise<void> {
  const db = await openDatabase({ folder });
  const rows = await db.query<{ id: string; leaf: number | null }>(
    `select deeds.id, audit_events.index as leaf from deeds
      left join audit_events on audit_events.tenant = deeds.tenant and audit_events.subject = deeds.id`,
  );
  const stored = new Set(rows.map(({ id }) => id));
  assert.deepEqual(
    [...confirmed].filter((id) => !stored.has(id)),
    [],
    'confirmed and lost',
  );
  assert.ok(
    rows.every(({ leaf }) => leaf !== null),
    'a row without its leaf',
  );
  assert.equal(await checkRoot(db), rows.length);
  await db.close();
}

async function checkRoot(db: Database): Promise<number> {
  const tree = new Frontier(treeHasher);
  const leaves = await db.query<{ entry: Uint8Array }>(
    `select entry from log_leaves where tenant = 'acme' order by index`,
  );
  for (const { entry } of leaves) tree.push(treeHasher.leaf(entry));
  const identity = await readLogIdentity(db, 'acme');
  const checkpoint = await readLatestCheckpoint(db, 'acme');
  assert.ok(identity && checkpoint);
  const key = await parseVerifierKey(identity.verifierKey);
  const { size, root } = await openCheckpoint(checkpoint.note, [key]);
  assert.equal(size, leaves.length);
  assert.deepEqual(Buffer.from(root), Buffer.from(tree.root()));
  return size;
}
