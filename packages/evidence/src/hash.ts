import { concat, type Bytes } from './bytes.js';

/** Web Crypto, or undefined on a plain-http origin, where browsers withhold it. */
const subtle = (): SubtleCrypto | undefined => globalThis.crypto?.subtle;

/** SHA-256 over the parts, one after the other. */
export async function sha256(...parts: Uint8Array[]): Promise<Bytes> {
  const bytes = concat(...parts);
  const web = subtle();
  if (web) return new Uint8Array(await web.digest('SHA-256', bytes));
  return (await import('./fallback.js')).sha256(bytes);
}

/**
 * Whether `signature` (64 bytes) is the Ed25519 signature (RFC 8032) of `message` under
 * `publicKey` (32 bytes). Where Web Crypto is missing or too old for Ed25519, the answer comes
 * from a library that is loaded only then.
 */
export async function verifyEd25519(
  publicKey: Uint8Array,
  signature: Uint8Array,
  message: Uint8Array,
): Promise<boolean> {
  const web = subtle();
  let key: CryptoKey | undefined;
  try {
    key = await web?.importKey('raw', concat(publicKey), 'Ed25519', false, ['verify']);
  } catch {
    // Ed25519 unknown to this engine, or not a point: the fallback decides both alike.
  }
  if (web && key) return web.verify('Ed25519', key, concat(signature), concat(message));
  return (await import('./fallback.js')).verifyEd25519(publicKey, signature, message);
}
