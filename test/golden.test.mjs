// The golden wire examples are real evidence, not only well-shaped JSON.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import {
  canonicalize,
  leafHash,
  openCheckpoint,
  parseVerifierKey,
  verify,
  verifyConsistency,
} from '@heed/evidence';

const golden = async (name) =>
  readFile(new URL(`../packages/contract/golden/${name}`, import.meta.url), 'utf8');
const json = async (name) => JSON.parse(await golden(name));
const sha256 = (text) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const bytes = (base64) => new Uint8Array(Buffer.from(base64, 'base64'));

describe('the golden examples', () => {
  it('hold a receipt that verifies under the key of the discovery document', async () => {
    const { log } = await json('discovery.read.200.json');
    const acknowledgement = await json('acknowledgements.create.201.json');
    const { record, pinned } = await verify(acknowledgement.receipt, { key: log.key });
    assert.equal(pinned, true);
    assert.equal(record.person.id, acknowledgement.person);
    assert.equal(record.contentHash, acknowledgement.contentHash);
  });

  it('name the document by the hash of its canonical bytes', async () => {
    const document = await json('documents.read.200.json');
    const { documents } = await json('versions.read.200.json');
    assert.equal(documents[0].contentHash, sha256(canonicalize(document)));
  });

  it('name the statement by the hash of its texts in all languages', async () => {
    const { statement } = await json('packs.read.200.json');
    assert.equal(statement.hash, sha256(canonicalize(statement.texts)));
  });

  it('hold log proofs that fit the checkpoint', async () => {
    const { log } = await json('discovery.read.200.json');
    const key = await parseVerifierKey(log.key);
    const checkpoint = await openCheckpoint(await golden('log.checkpoint.200.txt'), [key]);
    const { items } = await json('log.entries.200.json');
    const inclusion = await json('log.inclusion.200.json');
    const leaf = await leafHash(new TextEncoder().encode(items[0].entry));
    assert.deepEqual(leaf, bytes(inclusion.leafHash));
    assert.equal(inclusion.size, checkpoint.size);
    // The older tree's root is the one sibling the inclusion proof names: two leaves, then this one.
    const { from, to, hashes } = await json('log.consistency.200.json');
    const older = bytes(inclusion.hashes[0]);
    await verifyConsistency(from, to, hashes.map(bytes), older, checkpoint.root);
  });
});
