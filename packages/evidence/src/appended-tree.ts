import type { Frontier } from './frontier.js';
import { split } from './stored-tree.js';
import type { TreeHasher } from './tree-hasher.js';

/**
 * What a batch of new leaves adds to a log, for the proofs of just these leaves. The edge of the log before them is
 * all that the proofs need besides, so nothing is read from storage.
 */
export class AppendedTree {
  readonly #hasher: TreeHasher;
  readonly #before: number;
  readonly #leaves: readonly Uint8Array[];
  /** Hashes over leaves `[start, end)`, by `start/end`. */
  readonly #known = new Map<string, Uint8Array>();

  /**
   * @param before the edge as it was before the leaves.
   * @param leaves the leaf hashes that were appended to it.
   */
  constructor(hasher: TreeHasher, before: Frontier, leaves: readonly Uint8Array[]) {
    this.#hasher = hasher;
    this.#before = before.size;
    this.#leaves = [...leaves];
    let start = 0;
    for (const node of before.nodes) {
      let width = 1;
      while (width * 2 <= before.size - start) width *= 2;
      this.#known.set(`${start}/${start + width}`, node);
      start += width;
    }
  }

  /** Number of leaves with the new ones. */
  get size(): number {
    return this.#before + this.#leaves.length;
  }

  /**
   * Proof that leaf `index` is in the tree with all new leaves (RFC 6962 §2.1.1).
   *
   * @throws RangeError unless the leaf is one of the new ones.
   */
  inclusionProof(index: number): Uint8Array[] {
    if (!Number.isSafeInteger(index) || index < this.#before || index >= this.size) {
      throw new RangeError(
        `${index} is not one of the leaves ${this.#before} to ${this.size - 1}.`,
      );
    }
    const path: Uint8Array[] = [];
    let start = 0;
    let end = this.size;
    while (end - start > 1) {
      const middle = start + split(end - start);
      if (index < middle) {
        path.push(this.#range(middle, end));
        end = middle;
      } else {
        path.push(this.#range(start, middle));
        start = middle;
      }
    }
    return path.reverse();
  }

  #range(start: number, end: number): Uint8Array {
    const key = `${start}/${end}`;
    let hash = this.#known.get(key);
    if (hash) return hash;
    if (end - start === 1) hash = this.#leaves[start - this.#before] as Uint8Array;
    else {
      const middle = start + split(end - start);
      hash = this.#hasher.node(this.#range(start, middle), this.#range(middle, end));
    }
    this.#known.set(key, hash);
    return hash;
  }
}
