import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { verify } from '@heed/evidence';
import { base64, hex, workedExample } from './testing/evidence-example.js';
import { programOf } from './testing/evidence-page.js';
import { folder } from './testing/pages.js';

/** What the program of the page is asked for; the example is its input. */
const questions = `
import sys

given = json.load(sys.stdin)
origin, seed, salt = given["origin"], bytes.fromhex(given["seed"]), bytes.fromhex(given["salt"])
record = canonical(given["record"])
leaves = [leaf_hash(text) for text in given["entries"]]
mine = json.loads(given["entries"][2])
text = entry(mine["id"], mine["source"], mine["type"], mine["time"], commitment(salt, record))
note = checkpoint(origin, 3, root(leaves[:3]), seed)
key = verifier_key(origin, public_key(seed))
print(json.dumps({
    "receipt": receipt(record, salt, text, proof(2, inclusion(2, leaves[:3]), note), key),
    "later": root(leaves).hex(),
    "inclusion": [each.hex() for each in inclusion(2, leaves)],
    "consistency": [each.hex() for each in consistency(3, leaves)],
}))
`;

const python = spawnSync('python3', ['--version']).status === 0;

describe('the page about evidence', () => {
  it('has an example that verifies', async () => {
    const { receipt, key, root } = await workedExample();
    const { index, size, root: found, pinned } = await verify(receipt, { key });
    assert.deepEqual([index, size, found, pinned], [2, 3, base64(root), true]);
  });

  it(
    'has a program that makes the same receipt, byte for byte',
    { skip: python ? false : 'there is no python3 on this machine' },
    async () => {
      const page = await readFile(new URL('evidence.md', folder), 'utf8');
      const is = await workedExample();
      const { origin, entries, receipt } = is;
      const given = { origin, entries, record: JSON.parse(is.record) as unknown };
      const { stdout, stderr } = spawnSync('python3', ['-c', programOf(page) + questions], {
        input: JSON.stringify({ ...given, seed: hex(is.seed), salt: hex(is.salt) }),
        encoding: 'utf8',
      });
      assert.deepEqual(JSON.parse(stdout || JSON.stringify(stderr)), {
        receipt,
        later: hex(is.later),
        inclusion: is.inclusion.map(hex),
        consistency: is.consistency.map(hex),
      });
    },
  );
});
