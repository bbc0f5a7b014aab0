import { sha256 } from '@noble/hashes/sha2.js';
import { equal, refused, type Check } from './assertions.checks.js';
import { sameBytes, utf8 } from './bytes.js';
import { AppendedTree, createTreeHasher, Frontier, StoredTree } from './log.js';
import { leafHash, nodeHash, verifyConsistency, verifyInclusion } from './tree.js';

/** One file of the published Merkle test vectors (transparency-dev/merkle). Hashes are base64. */
export interface MerkleVector {
  readonly path: string;
  readonly leafIdx?: number;
  readonly treeSize?: number;
  readonly root?: string;
  readonly leafHash?: string;
  readonly size1?: number;
  readonly size2?: number;
  readonly root1?: string;
  readonly root2?: string;
  readonly proof: string[] | null;
  readonly wantErr: boolean;
}

/**
 * Vectors that are refused on purpose although the published outcome is acceptance.
 * The first compares two roots of 12 bytes; a SHA-256 root has 32, and here the length is checked.
 */
const REFUSED_ON_PURPOSE = ['consistency/additional/sizes-are-equal-one-and-proof-is-empty.json'];

const hasher = createTreeHasher(sha256);
const fromBase64 = (text = ''): Uint8Array =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** Every published vector has its published outcome. */
export function vectorChecks(vectors: MerkleVector[]): Check[] {
  const counted: Check = [
    'all 98 inclusion and 98 consistency vectors are here',
    () => equal([count(vectors, 'inclusion'), count(vectors, 'consistency')], [98, 98]),
  ];
  return [counted, ...vectors.map((v): Check => [`vector ${v.path}`, () => checkVector(v)])];
}

const count = (vectors: MerkleVector[], kind: string): number =>
  vectors.filter(({ path }) => path.startsWith(`${kind}/`)).length;

async function checkVector(v: MerkleVector): Promise<void> {
  const proof = (v.proof ?? []).map(fromBase64);
  const run = () =>
    v.path.startsWith('inclusion/')
      ? verifyInclusion(
          fromBase64(v.leafHash),
          v.leafIdx ?? 0,
          v.treeSize ?? 0,
          proof,
          fromBase64(v.root),
        )
      : verifyConsistency(
          v.size1 ?? 0,
          v.size2 ?? 0,
          proof,
          fromBase64(v.root1),
          fromBase64(v.root2),
        );
  if (v.wantErr || REFUSED_ON_PURPOSE.includes(v.path)) {
    await refused(run, v.path, 'not-included', 'not-consistent');
  } else {
    await run();
  }
}

/** Leaves, tiles and the tree over them, as a server would store them. */
export function growLog(size: number, leafAt: (index: number) => Uint8Array) {
  const levels: Uint8Array[][] = [[]];
  const frontier = new Frontier(hasher);
  let reads = 0;
  for (let i = 0; i < size; i++) {
    const leaf = leafAt(i);
    levels[0]?.push(leaf);
    for (const tile of frontier.push(leaf)) (levels[tile.level] ??= [])[tile.index] = tile.hash;
  }
  const read = async (level: number, start: number, end: number): Promise<Uint8Array[]> => {
    reads++;
    if (end - start > 256) throw new Error('asked for more than a tile');
    return (levels[level] ?? []).slice(start, end);
  };
  return { frontier, levels, read, reads: () => reads };
}

/** The definition of the tree hash, RFC 6962 §2.1, word by word. */
function definedRoot(leaves: Uint8Array[]): Uint8Array {
  const [first] = leaves;
  if (!first) return hasher.empty();
  if (leaves.length === 1) return first;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return hasher.node(definedRoot(leaves.slice(0, k)), definedRoot(leaves.slice(k)));
}

const leafAt = (index: number): Uint8Array => hasher.leaf(utf8(`leaf ${index}`));

/** Growth, proofs and their verification agree with each other and with the definition. */
export const treeChecks: Check[] = [
  [
    'synchronous and Web Crypto hashes are the same',
    async () => {
      const [a, b] = [await leafHash(utf8('a')), await leafHash(utf8('b'))];
      equal(sameBytes(a, hasher.leaf(utf8('a'))), true, 'leaf');
      equal(sameBytes(await nodeHash(a, b), hasher.node(a, b)), true, 'node');
    },
  ],
  [
    'every proof for every m <= n <= 40 verifies, and no proof serves another place or size',
    async () => {
      const leaves = Array.from({ length: 40 }, (_, i) => leafAt(i));
      const roots = Array.from({ length: 41 }, (_, n) => definedRoot(leaves.slice(0, n)));
      const rootOf = (n: number) => roots[n] as Uint8Array;
      const tree = new StoredTree(hasher, growLog(40, leafAt).read);
      for (let n = 1; n <= 40; n++) {
        equal(sameBytes(await tree.root(n), rootOf(n)), true, `root of ${n}`);
        equal(sameBytes(growLog(n, leafAt).frontier.root(), rootOf(n)), true, `frontier of ${n}`);
        for (let m = 1; m <= n; m++) {
          const inclusion = await tree.inclusionProof(m - 1, n);
          await verifyInclusion(leafAt(m - 1), m - 1, n, inclusion, rootOf(n));
          const other = () => verifyInclusion(leafAt(m - 1), m % n, n, inclusion, rootOf(n));
          if (n > 1) await refused(other, `leaf ${m - 1} at ${m % n} of ${n}`, 'not-included');
          const growth = await tree.consistencyProof(m, n);
          await verifyConsistency(m, n, growth, rootOf(m), rootOf(n));
          const shrunk = () => verifyConsistency(m - 1, n, growth, rootOf(m - 1), rootOf(n));
          await refused(shrunk, `growth from ${m - 1} to ${n}`, 'not-consistent');
          // The published vectors only have wrong roots of a wrong length.
          const wrong = leafAt(99);
          const before = () => verifyConsistency(m, n, growth, wrong, rootOf(n));
          await refused(before, `another root of ${m} below ${n}`, 'not-consistent');
          const after = () => verifyConsistency(m, n, growth, rootOf(m), wrong);
          await refused(after, `another root of ${n} above ${m}`, 'not-consistent');
          const longer = () => verifyConsistency(m, n, [...growth, wrong], rootOf(m), rootOf(n));
          await refused(longer, `a longer proof from ${m} to ${n}`, 'not-consistent');
        }
      }
    },
  ],
  [
    'every proof of a leaf in a batch needs the edge before it only, and no other leaf is proven',
    async () => {
      const tree = new StoredTree(hasher, growLog(80, leafAt).read);
      for (let n = 0; n <= 40; n++) {
        for (let m = n + 1; m <= 2 * n + 3 && m <= 80; m++) {
          const leaves = Array.from({ length: m - n }, (_, i) => leafAt(n + i));
          const batch = new AppendedTree(hasher, growLog(n, leafAt).frontier, leaves);
          equal(batch.size, m, 'size');
          for (let index = n; index < m; index++) {
            const stored = await tree.inclusionProof(index, m);
            const same = stored.every((hash, i) =>
              sameBytes(hash, batch.inclusionProof(index)[i] ?? hash.slice(1)),
            );
            equal(
              [same, batch.inclusionProof(index).length],
              [true, stored.length],
              `${index} of ${n}+${m - n}`,
            );
          }
          for (const foreign of [n - 1, m, 0.5]) {
            let error: unknown;
            try {
              batch.inclusionProof(foreign);
            } catch (thrown) {
              error = thrown;
            }
            equal(error instanceof RangeError, true, `${foreign} outside of ${n} to ${m}`);
          }
        }
      }
    },
  ],
  [
    'proofs across tile borders verify and read few tiles',
    async () => {
      const size = 70_000;
      const leaves = Array.from({ length: size }, (_, index) => leafAt(index));
      const leafOf = (index: number) => leaves[index] as Uint8Array;
      const log = growLog(size, leafOf);
      equal([log.levels[1]?.length, log.levels[2]?.length], [273, 1], 'tile hashes stored');
      const root = log.frontier.root();
      for (const index of [0, 255, 256, 65_535, 65_536, 69_887, 69_888, size - 1]) {
        const before = log.reads();
        const proof = await new StoredTree(hasher, log.read).inclusionProof(index, size);
        await verifyInclusion(leafOf(index), index, size, proof, root);
        if (log.reads() - before > 6) throw new Error(`${log.reads() - before} reads`);
      }
      const tree = new StoredTree(hasher, log.read);
      for (const old of [1, 255, 256, 257, 65_536, 65_537, 69_999]) {
        const oldRoot = await tree.root(old);
        equal(sameBytes(oldRoot, growLog(old, leafOf).frontier.root()), true, `root of ${old}`);
        await verifyConsistency(old, size, await tree.consistencyProof(old, size), oldRoot, root);
      }
    },
  ],
  [
    'a stored frontier resumes; a damaged one is refused',
    () => {
      const { frontier } = growLog(300, leafAt);
      const resumed = new Frontier(hasher, frontier.size, frontier.nodes);
      for (let i = 300; i < 600; i++) resumed.push(leafAt(i));
      equal(sameBytes(resumed.root(), growLog(600, leafAt).frontier.root()), true, 'root');
      for (const size of [299, -1, 1.5, NaN]) {
        let message = '';
        try {
          new Frontier(hasher, size, frontier.nodes);
        } catch (error) {
          message = (error as Error).message;
        }
        equal(message.includes('damaged'), true, `frontier of ${size}`);
      }
    },
  ],
  [
    'sizes beyond 2^31 and 2^53 neither wrap around nor loop',
    async () => {
      const hash = leafAt(0);
      for (const size of [2 ** 31, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER, 2 ** 53, 2 ** 60, NaN]) {
        await refused(
          () => verifyInclusion(hash, 0, size, [hash], hash),
          `${size}`,
          'not-included',
        );
        const grown = () => verifyConsistency(3, size, [hash, hash], hash, hash);
        await refused(grown, `${size}`, 'not-consistent');
      }
    },
  ],
];
