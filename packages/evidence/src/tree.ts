import { sameBytes, type Bytes } from './bytes.js';
import { fail, type EvidenceCode } from './errors.js';
import { sha256 } from './hash.js';

/** Hash of a log entry as a leaf: `SHA-256(0x00 || entry)` (RFC 6962 §2.1). */
export const leafHash = (entry: Uint8Array): Promise<Bytes> => sha256(Uint8Array.of(0), entry);

/** Hash of an inner node: `SHA-256(0x01 || left || right)` (RFC 6962 §2.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Promise<Bytes> =>
  sha256(Uint8Array.of(1), left, right);

// Sizes may pass 2^31, where bit operators of the language would wrap around.
const odd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const areHashes = (hashes: Uint8Array[]): boolean => hashes.every((hash) => hash.length === 32);

/**
 * Climbs from one node to the root (RFC 9162 §2.1.3.2 and §2.1.4.2 share these steps) and hands
 * every hash of the proof to `step` with the side on which it stands.
 *
 * @returns whether the proof had exactly as many hashes as the way is long.
 */
async function climb(
  index: number,
  last: number,
  proof: Uint8Array[],
  step: (hash: Uint8Array, onTheLeft: boolean) => Promise<void>,
): Promise<boolean> {
  for (const hash of proof) {
    if (last === 0) return false;
    const left = odd(index) || index === last;
    await step(hash, left);
    // At the ragged right edge a node without a sibling moves up unchanged.
    while (left && !odd(index) && index !== 0) {
      index = half(index);
      last = half(last);
    }
    index = half(index);
    last = half(last);
  }
  return last === 0;
}

/**
 * Verifies that a leaf is at `index` in the tree of `size` leaves with this `root`
 * (RFC 9162 §2.1.3.2). Resolves when it is.
 *
 * @param leaf leaf hash, see {@link leafHash}.
 * @param proof hashes from the leaf's sibling up to the child of the root.
 * @throws EvidenceError `not-included`
 */
export async function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: Uint8Array[],
  root: Uint8Array,
): Promise<void> {
  const wellFormed =
    isCount(index) && isCount(size) && index < size && areHashes([leaf, root, ...proof]);
  let hash = leaf;
  const complete =
    wellFormed &&
    (await climb(index, size - 1, proof, async (sibling, onTheLeft) => {
      hash = onTheLeft ? await nodeHash(sibling, hash) : await nodeHash(hash, sibling);
    }));
  check(complete && sameBytes(hash, root), 'not-included', 'contain this entry at this index');
}

/**
 * Verifies that the first `oldSize` leaves of the newer tree are exactly the older tree
 * (RFC 9162 §2.1.4.2): nothing was removed, changed or reordered. Resolves when they are.
 *
 * `oldSize` is at least 1, as in the RFC: an empty tree is contained in every tree and a proof
 * from it would show nothing.
 *
 * @throws EvidenceError `not-consistent`
 */
export async function verifyConsistency(
  oldSize: number,
  newSize: number,
  proof: Uint8Array[],
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
): Promise<void> {
  const wellFormed =
    isCount(oldSize) &&
    isCount(newSize) &&
    0 < oldSize &&
    oldSize <= newSize &&
    areHashes([oldRoot, newRoot, ...proof]);
  check(
    wellFormed &&
      (oldSize === newSize
        ? proof.length === 0 && sameBytes(oldRoot, newRoot)
        : await grows(oldSize, newSize, proof, oldRoot, newRoot)),
    'not-consistent',
    'contain the older one unchanged',
  );
}

async function grows(
  oldSize: number,
  newSize: number,
  proof: Uint8Array[],
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
): Promise<boolean> {
  let index = oldSize - 1;
  let last = newSize - 1;
  while (odd(index)) {
    index = half(index);
    last = half(last);
  }
  // When the old size is a power of two, its root is a node of the new tree and is left out.
  const [start, ...rest] = index === 0 ? [oldRoot, ...proof] : proof;
  if (!start) return false;
  let older = start;
  let newer = start;
  const complete = await climb(index, last, rest, async (hash, onTheLeft) => {
    if (onTheLeft) older = await nodeHash(hash, older);
    newer = onTheLeft ? await nodeHash(hash, newer) : await nodeHash(newer, hash);
  });
  return complete && sameBytes(older, oldRoot) && sameBytes(newer, newRoot);
}

function check(holds: boolean, code: EvidenceCode, what: string): void {
  if (!holds) {
    fail(code, `The log does not ${what}. Do not rely on it.`);
  }
}
