import { getPublicKey, hashes, verify } from '@noble/ed25519';
import { sha256 as nobleSha256, sha512 } from '@noble/hashes/sha2.js';
import type { Bytes } from './bytes.js';

hashes.sha512 = sha512;

/** SHA-256 without Web Crypto. */
export const sha256 = (bytes: Uint8Array): Bytes => nobleSha256(bytes);

/** Ed25519 verification without Web Crypto, with the strict rules of RFC 8032. */
export function verifyEd25519(
  publicKey: Uint8Array,
  signature: Uint8Array,
  message: Uint8Array,
): boolean {
  return verify(signature, message, publicKey, { zip215: false });
}

/** The public half of an Ed25519 key, which Web Crypto tells of an imported seed in some engines only. */
export const publicKeyOf = (seed: Uint8Array): Bytes => Uint8Array.from(getPublicKey(seed));
