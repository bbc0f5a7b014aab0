import { concat, utf8, type Bytes } from './bytes.js';
import { malformed } from './errors.js';
import { sha256 } from './hash.js';
import type { HashFunction } from './tree-hasher.js';

/** First bytes of everything that is hashed into a commitment: 18 bytes of ASCII, newline included. */
export const COMMITMENT_DOMAIN = 'heed-commitment/1\n';

/** Length of a salt in bytes. */
export const SALT_LENGTH = 32;

/**
 * Commits to a record without revealing it:
 * `SHA-256("heed-commitment/1" || 0x0A || salt || record)`.
 *
 * The salt hides the record (nobody can guess it back from the log) and is deleted with the
 * person; the fixed domain keeps a commitment from ever being read as a tree hash.
 *
 * @param salt 32 random bytes, used for this record only.
 * @param record the exact bytes of the record.
 * @returns 32 bytes.
 * @throws EvidenceError `malformed` when the salt has another length.
 */
export async function commit(salt: Uint8Array, record: Uint8Array): Promise<Bytes> {
  return sha256(...committed(salt, record));
}

/** The same over a synchronous SHA-256, for servers that commit to many records at once. */
export function committer(
  hash: HashFunction,
): (salt: Uint8Array, record: Uint8Array) => Uint8Array {
  return (salt, record) => hash(concat(...committed(salt, record)));
}

function committed(salt: Uint8Array, record: Uint8Array): Uint8Array[] {
  if (salt.length !== SALT_LENGTH) malformed('salt');
  return [utf8(COMMITMENT_DOMAIN), salt, record];
}

/** 32 fresh random bytes for one record. */
export const createSalt = (): Bytes => crypto.getRandomValues(new Uint8Array(SALT_LENGTH));
