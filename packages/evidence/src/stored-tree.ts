import type { TreeHasher } from './tree-hasher.js';

/**
 * Reads stored hashes `[start, end)` of one tile level: level 0 are the leaf hashes, level n the
 * roots of complete subtrees of 256 ** n leaves as `Frontier.push` reported them. Never asked for
 * more than 256 hashes, nor beyond the size in question.
 */
export type ReadHashes = (level: number, start: number, end: number) => Promise<Uint8Array[]>;

/** Hashes in a full tile. */
export const TILE_WIDTH = 256;

/**
 * A tree in storage, at any size it ever had. Remembers what it read and hashed: make one for each
 * request or batch, so that many proofs share the work.
 *
 * A proof in a log of a million leaves reads five tiles on average.
 */
export class StoredTree {
  readonly #hasher: TreeHasher;
  readonly #read: ReadHashes;
  readonly #tiles = new Map<string, Promise<Uint8Array[][]>>();

  constructor(hasher: TreeHasher, read: ReadHashes) {
    this.#hasher = hasher;
    this.#read = read;
  }

  /** Root hash over the first `size` leaves. */
  async root(size: number): Promise<Uint8Array> {
    checkRange(0, size, size);
    return size === 0 ? this.#hasher.empty() : this.#range(0, size, size);
  }

  /**
   * Proof that leaf `index` is in the tree of `size` leaves (RFC 6962 §2.1.1).
   *
   * @throws RangeError unless 0 <= index < size.
   */
  async inclusionProof(index: number, size: number): Promise<Uint8Array[]> {
    checkRange(0, index, size - 1);
    return this.#path(index, 0, size, size);
  }

  /**
   * Proof that the tree of `newSize` leaves begins with the tree of `oldSize` leaves
   * (RFC 6962 §2.1.2).
   *
   * @throws RangeError unless 1 <= oldSize <= newSize.
   */
  async consistencyProof(oldSize: number, newSize: number): Promise<Uint8Array[]> {
    checkRange(1, oldSize, newSize);
    return this.#subproof(oldSize, 0, newSize, true, newSize);
  }

  /** Audit path of `index` inside the leaves `[start, end)`, lowest first. */
  async #path(index: number, start: number, end: number, size: number): Promise<Uint8Array[]> {
    if (end - start === 1) return [];
    const middle = start + split(end - start);
    return index < middle
      ? [...(await this.#path(index, start, middle, size)), await this.#range(middle, end, size)]
      : [...(await this.#path(index, middle, end, size)), await this.#range(start, middle, size)];
  }

  /** SUBPROOF of RFC 6962 §2.1.2; `known` while the verifier has the hash of `[start, end)`. */
  async #subproof(
    oldEnd: number,
    start: number,
    end: number,
    known: boolean,
    size: number,
  ): Promise<Uint8Array[]> {
    if (oldEnd === end) return known ? [] : [await this.#range(start, end, size)];
    const middle = start + split(end - start);
    return oldEnd <= middle
      ? [
          ...(await this.#subproof(oldEnd, start, middle, known, size)),
          await this.#range(middle, end, size),
        ]
      : [
          ...(await this.#subproof(oldEnd, middle, end, false, size)),
          await this.#range(start, middle, size),
        ];
  }

  /** Hash over the leaves `[start, end)`, whose first complete subtree starts at `start`. */
  async #range(start: number, end: number, size: number): Promise<Uint8Array> {
    const width = end - start;
    const middle = start + split(width);
    if (width > 1 && (middle - start) * 2 !== width) {
      const left = await this.#range(start, middle, size);
      return this.#hasher.node(left, await this.#range(middle, end, size));
    }
    return this.#complete(start, width, size);
  }

  /** Root of the complete subtree of `width` leaves, a power of two, from the highest tile. */
  async #complete(start: number, width: number, size: number): Promise<Uint8Array> {
    let level = 0;
    let scale = 1;
    while (scale * TILE_WIDTH <= width) {
      scale *= TILE_WIDTH;
      level++;
    }
    const tile = Math.floor(start / scale / TILE_WIDTH);
    const end = Math.min((tile + 1) * TILE_WIDTH, Math.floor(size / scale));
    const rows = await this.#rows(level, tile, end);
    const height = Math.log2(width / scale);
    return rows[height]?.[((start / scale) % TILE_WIDTH) / 2 ** height] as Uint8Array;
  }

  /** The hashes of a tile up to `end`, and above them every complete subtree inside the tile. */
  #rows(level: number, tile: number, end: number): Promise<Uint8Array[][]> {
    const key = `${level}/${tile}/${end}`;
    let rows = this.#tiles.get(key);
    if (!rows) this.#tiles.set(key, (rows = this.#readRows(level, tile * TILE_WIDTH, end)));
    return rows;
  }

  async #readRows(level: number, start: number, end: number): Promise<Uint8Array[][]> {
    let row = await this.#read(level, start, end);
    if (row.length !== end - start) {
      throw new RangeError(
        `The log storage has ${row.length} of the hashes ${start} to ${end - 1} of level ` +
          `${level}: it is damaged. Recompute the level from the leaves.`,
      );
    }
    const rows = [row];
    while (row.length > 1) {
      const below = row;
      const pairs = Math.floor(below.length / 2);
      row = Array.from({ length: pairs }, (_, i) =>
        this.#hasher.node(below[2 * i] as Uint8Array, below[2 * i + 1] as Uint8Array),
      );
      rows.push(row);
    }
    return rows;
  }
}

/** The largest power of two below `width`, where RFC 6962 splits a tree; 1 for a width of 1. */
export function split(width: number): number {
  let power = 1;
  while (power * 2 < width) power *= 2;
  return power;
}

function checkRange(least: number, value: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    throw new RangeError(`${value} is not a place in this log: it must be ${least} to ${most}.`);
  }
}
