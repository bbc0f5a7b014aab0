import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  leafHash,
  openCheckpoint,
  parseVerifierKey,
  verify,
  verifyConsistency,
  verifyInclusion,
} from '@heed/evidence';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { openDatabase, type Database } from '../storage/database.js';
import { migrate } from '../storage/migrate.js';
import {
  erasePersonFromLog,
  findEntries,
  listLeaves,
  readCheckpointFrom,
  readConsistencyProof,
  readInclusionProof,
  readLatestCheckpoint,
  readLogIdentity,
  readLogSize,
  readReceipt,
} from './records.js';
import { ensureTenant } from './tenants.js';
import { storedTree } from './tree.js';
import { createLogWriter } from './writer.js';

const size = 600; // two full tiles and a part of a third

eachEngine('log records', ({ newLocation }) => {
  let db: Database;
  before(async () => {
    db = await openDatabase(await newLocation());
    await migrate(db);
    await ensureTenant(db, 'acme', 'isms.example.com/log');
    const writer = createLogWriter(db);
    const write = (n: number) =>
      writer.write('acme', async () => ({
        result: n,
        events: [
          { type: 'heed.test.done', record: { n }, personId: `p${n % 10}`, subject: `deed ${n}` },
        ],
      }));
    for (let n = 0; n < 20; n++) await write(n);
    await Promise.all(Array.from({ length: size - 20 }, (_, n) => write(20 + n)));
    await writer.close();
  });
  after(() => db.close());

  test('the latest checkpoint covers the whole log and is signed with its key', async () => {
    const identity = await readLogIdentity(db, 'acme');
    const checkpoint = await readLatestCheckpoint(db, 'acme');
    assert.ok(identity && checkpoint);
    assert.equal(await readLogSize(db, 'acme'), size);
    const key = await parseVerifierKey(identity.verifierKey);
    assert.equal((await openCheckpoint(checkpoint.note, [key])).size, size);
    assert.equal((await readCheckpointFrom(db, 'acme', 5))?.size, 5);
    assert.equal(await readCheckpointFrom(db, 'acme', size + 1), undefined);
    assert.equal(await readLatestCheckpoint(db, 'absent'), undefined);
  });

  test('inclusion is proved for any index in any size', async () => {
    const tree = storedTree(db, 'acme');
    for (const [index, at] of [
      [0, 1],
      [0, size],
      [255, 256],
      [255, 257],
      [256, size],
      [511, 513],
      [599, size],
      [17, 333],
    ] as const) {
      const proof = await readInclusionProof(db, 'acme', index, at);
      const [leaf] = await listLeaves(db, 'acme', index, 1);
      assert.ok(proof && leaf);
      const hash = await leafHash(new TextEncoder().encode(leaf.entry));
      assert.deepEqual(hash, proof.leafHash);
      await verifyInclusion(hash, index, at, proof.hashes, await tree.root(at));
    }
    for (const [index, at] of [
      [5, 5],
      [0, size + 1],
      [-1, 3],
    ] as const) {
      assert.equal(await readInclusionProof(db, 'acme', index, at), undefined);
    }
    assert.equal(await readInclusionProof(db, 'absent', 0, 1), undefined);
  });

  test('consistency is proved between any two sizes', async () => {
    const tree = storedTree(db, 'acme');
    for (const [from, to] of [
      [1, size],
      [7, 8],
      [256, 512],
      [255, 600],
      [300, 300],
    ] as const) {
      const proof = await readConsistencyProof(db, 'acme', from, to);
      assert.ok(proof);
      await verifyConsistency(from, to, proof, await tree.root(from), await tree.root(to));
    }
    assert.equal(await readConsistencyProof(db, 'acme', 0, 5), undefined);
    assert.equal(await readConsistencyProof(db, 'acme', 6, 5), undefined);
    assert.equal(await readConsistencyProof(db, 'acme', 5, size + 1), undefined);
  });

  test('leaves are listed in order, page by page', async () => {
    const first = await listLeaves(db, 'acme', 0, 100);
    const next = await listLeaves(db, 'acme', 100, 100);
    const last = await listLeaves(db, 'acme', 590, 100);
    assert.deepEqual([first.length, next[0]?.index, last.length], [100, 100, 10]);
  });

  test('receipts verify, offline, and are the same bytes every time', async () => {
    const identity = await readLogIdentity(db, 'acme');
    assert.ok(identity);
    for (const index of [0, 19, 20, 300, 599]) {
      const receipt = await readReceipt(db, 'acme', index);
      assert.ok(receipt);
      const verified = await verify(receipt, { key: identity.verifierKey });
      assert.deepEqual(verified.record, { n: index });
      assert.equal(verified.index, index);
      assert.equal(verified.pinned, true);
      assert.equal(await readReceipt(db, 'acme', index), receipt);
    }
    assert.deepEqual(await findEntries(db, 'acme', 'deed 300'), [300]);
    assert.equal(await readReceipt(db, 'acme', size), undefined);
  });

  test('a receipt with any changed character does not verify', async () => {
    const receipt = await readReceipt(db, 'acme', 7);
    assert.ok(receipt);
    for (let at = 0; at < receipt.length; at += 37) {
      const changed = `${receipt.slice(0, at)}${receipt[at] === 'A' ? 'B' : 'A'}${receipt.slice(at + 1)}`;
      await assert.rejects(verify(changed), `character ${at} was changed unnoticed`);
    }
  });

  test('erasing a person leaves every proof valid and nothing that leads to them', async () => {
    const kept = await readReceipt(db, 'acme', 3);
    const root = await storedTree(db, 'acme').root(size);
    assert.equal(await erasePersonFromLog(db, 'acme', 'p3'), size / 10);
    assert.equal(await readReceipt(db, 'acme', 3), undefined);
    assert.deepEqual(await findEntries(db, 'acme', 'deed 3'), []);
    const rows = await db.query(
      'select person_id, subject, record, salt from audit_events where index = 3',
    );
    assert.deepEqual(rows, [{ person_id: null, subject: null, record: null, salt: null }]);
    assert.deepEqual(await storedTree(db, 'acme').root(size), root);
    assert.ok(kept);
    await verify(kept); // a receipt that the person took along stays good
    const proof = await readInclusionProof(db, 'acme', 3, size);
    assert.ok(proof);
    await verifyInclusion(proof.leafHash, 3, size, proof.hashes, root);
  });
});
