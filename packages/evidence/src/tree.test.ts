import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { treeChecks, vectorChecks, type MerkleVector } from './tree.checks.js';

for (const [name, run] of treeChecks) test(name, run);

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const corpus = process.env['HEED_CORPUS'] ?? join(repository, '../shared/corpus');
const folder = join(corpus, 'merkle-vectors');

if (existsSync(folder)) {
  const vectors = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => ({ path, ...(JSON.parse(readFileSync(join(folder, path), 'utf8')) as object) }));
  for (const [name, run] of vectorChecks(vectors as MerkleVector[])) test(name, run);
} else {
  const skip = process.env['CI'] === 'true' ? false : 'HEED_CORPUS has no merkle-vectors';
  test('published Merkle vectors', { skip }, () => {
    throw new Error(`${folder} is missing: set HEED_CORPUS to the folder of test material.`);
  });
}
