import { concat } from './bytes.js';

/** Synchronous SHA-256: `(bytes) => createHash('sha256').update(bytes).digest()` in Node. */
export type HashFunction = (bytes: Uint8Array) => Uint8Array;

/** The hashes of RFC 6962 §2.1. */
export interface TreeHasher {
  /** `SHA-256(0x00 || entry)` */
  leaf(entry: Uint8Array): Uint8Array;
  /** `SHA-256(0x01 || left || right)` */
  node(left: Uint8Array, right: Uint8Array): Uint8Array;
  /** Root of the tree without leaves: `SHA-256()` */
  empty(): Uint8Array;
}

/** The tree hashes over a synchronous SHA-256. */
export const createTreeHasher = (hash: HashFunction): TreeHasher => ({
  leaf: (entry) => hash(concat(Uint8Array.of(0), entry)),
  node: (left, right) => hash(concat(Uint8Array.of(1), left, right)),
  empty: () => hash(new Uint8Array()),
});
