import { treeChecks, vectorChecks, type MerkleVector } from './tree.checks.js';

/** The published vectors, as the test server lists and serves them; undefined without a corpus. */
async function loadVectors(): Promise<MerkleVector[] | undefined> {
  const list = await fetch('/corpus-list/merkle-vectors');
  if (list.status === 404) return undefined;
  const paths = ((await list.json()) as string[])
    .map((path) => path.replace(/^.*merkle-vectors\//, ''))
    .filter((path) => path.endsWith('.json'));
  return Promise.all(
    paths.map(async (path) => {
      const encoded = path.split('/').map(encodeURIComponent).join('/');
      const answer = await fetch(`/corpus/merkle-vectors/${encoded}`);
      return { path, ...((await answer.json()) as Omit<MerkleVector, 'path'>) };
    }),
  );
}

describe('tree', () => {
  for (const [name, run] of treeChecks) it(name, run).timeout(30_000);

  // One test, because mocha wants to know its tests before the vectors have arrived.
  it('every published Merkle vector has its published outcome', async function () {
    const vectors = await loadVectors();
    // A browser cannot know whether this is CI; there the Node test fails for the same reason.
    if (!vectors) return this.skip();
    for (const [name, run] of vectorChecks(vectors)) {
      await Promise.resolve(run()).catch((error: unknown) => {
        throw new Error(`${name}: ${String(error)}`);
      });
    }
  }).timeout(30_000);
});
