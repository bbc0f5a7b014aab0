import { decodeBase64, encodeBase64 } from './base64.js';
import { concat, type Bytes } from './bytes.js';
import { fail } from './errors.js';
import { createVerifierKey, ED25519, type NoteSigner } from './notes.js';

/** What a log needs to sign with: keep `privateKey` secret, publish the signer's verifier key. */
export interface SigningKey {
  /** `PRIVATE+KEY+name+hash+base64(0x01 || seed)`, as Go's `sumdb/note` package writes it. */
  readonly privateKey: string;
  readonly signer: NoteSigner;
}

// DER of PKCS #8 up to the 32-byte seed (RFC 8410 §7): Web Crypto takes no bare Ed25519 seed.
const PKCS8 = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32);

/** Generates an Ed25519 signing key. `name` is the log's origin. Needs Web Crypto. */
export async function generateSigningKey(name: string): Promise<SigningKey> {
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const signer = await signerFromSeed(name, seed);
  return { privateKey: formatPrivateKey(signer, seed), signer };
}

/**
 * Reads private key text.
 *
 * @throws EvidenceError `malformed`, also when the hash does not belong to name and key. The
 *   message never repeats the key.
 */
export async function importSigningKey(privateKey: string): Promise<NoteSigner> {
  const [, name, encoded] = /^PRIVATE\+KEY\+([^+]+)\+[0-9a-f]{8}\+(\S+)$/.exec(privateKey) ?? [];
  const [type, ...seed] = decodeBase64(encoded ?? '', 'private key');
  if (name && type === ED25519 && seed.length === 32) {
    const signer = await signerFromSeed(name, Uint8Array.from(seed));
    if (formatPrivateKey(signer, Uint8Array.from(seed)) === privateKey) return signer;
  }
  fail('malformed', 'This is not an Ed25519 private key text. Restore it from where it was kept.');
}

/** A signer over a Web Crypto key pair, whose private half need not be extractable. */
export async function signerFromKeyPair(name: string, pair: CryptoKeyPair): Promise<NoteSigner> {
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
  return signerFromKey(name, new Uint8Array(raw), pair.privateKey);
}

async function signerFromSeed(name: string, seed: Bytes): Promise<NoteSigner> {
  const pkcs8 = concat(PKCS8, seed);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  const { publicKeyOf } = await import('./fallback.js');
  return signerFromKey(name, publicKeyOf(seed), key);
}

async function signerFromKey(name: string, publicKey: Bytes, key: CryptoKey): Promise<NoteSigner> {
  return {
    key: await createVerifierKey(name, publicKey),
    sign: async (text) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, concat(text))),
  };
}

const formatPrivateKey = ({ key }: NoteSigner, seed: Uint8Array): string =>
  `PRIVATE+KEY+${key.name}+${key.hash}+${encodeBase64(concat(Uint8Array.of(ED25519), seed))}`;
