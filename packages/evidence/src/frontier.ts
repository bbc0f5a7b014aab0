import type { TreeHasher } from './tree-hasher.js';

/** Root of a complete subtree that is worth storing, in the numbering of C2SP tlog-tiles. */
export interface TileHash {
  /** The subtree has 256 ** level leaves; level 0 are the leaf hashes and is never reported. */
  readonly level: number;
  /** Its place among the subtrees of this level, from 0. */
  readonly index: number;
  readonly hash: Uint8Array;
}

const TILE_HEIGHT = 8;

/**
 * The right edge of a growing tree: the roots of its complete subtrees, largest first. It is all a
 * log must hold to append (at most 53 hashes) and is stored beside the size.
 */
export class Frontier {
  readonly #hasher: TreeHasher;
  readonly #nodes: Uint8Array[];
  #size: number;

  /**
   * @param size number of leaves so far.
   * @param nodes the nodes stored with that size, one for every 1 bit of it.
   * @throws RangeError when nodes and size do not belong together: do not append then.
   */
  constructor(hasher: TreeHasher, size = 0, nodes: readonly Uint8Array[] = []) {
    if (!Number.isSafeInteger(size) || size < 0 || nodes.length !== countOnes(size)) {
      throw new RangeError(
        `A log of ${size} leaves cannot have ${nodes.length} frontier nodes: the stored log head ` +
          'is damaged. Recompute it from the leaves before appending.',
      );
    }
    this.#hasher = hasher;
    this.#size = size;
    this.#nodes = [...nodes];
  }

  /** Number of leaves. */
  get size(): number {
    return this.#size;
  }

  /** The nodes to store, largest subtree first. */
  get nodes(): readonly Uint8Array[] {
    return [...this.#nodes];
  }

  /**
   * Appends a leaf hash.
   *
   * @returns the subtrees of 256, 65 536 ... leaves that it completed; store them for proofs.
   */
  push(leafHash: Uint8Array): TileHash[] {
    const completed: TileHash[] = [];
    let hash = leafHash;
    let height = 0;
    // Every trailing 1 bit of the size is a complete subtree of the height reached.
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      hash = this.#hasher.node(this.#nodes.pop() as Uint8Array, hash);
      height++;
      if (height % TILE_HEIGHT === 0) {
        completed.push({ level: height / TILE_HEIGHT, index: Math.floor(rest / 2), hash });
      }
    }
    this.#nodes.push(hash);
    this.#size++;
    return completed;
  }

  /** Root hash over all leaves so far. */
  root(): Uint8Array {
    return this.#nodes.length === 0
      ? this.#hasher.empty()
      : this.#nodes.reduceRight((right, left) => this.#hasher.node(left, right));
  }
}

function countOnes(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
