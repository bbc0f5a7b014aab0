import { createPrivateKey, sign } from 'node:crypto';
import { importSigningKey, type NoteSigner } from '@heed/evidence';

// DER of PKCS #8 up to the 32-byte seed (RFC 8410 §7).
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The signer of a log, from its private key text. It signs by node:crypto: Web Crypto takes every signature through
 * another thread, and each transaction waits for one.
 *
 * @throws EvidenceError `malformed` when this is no private key text.
 */
export async function openSigner(privateKey: string): Promise<NoteSigner> {
  const { key } = await importSigningKey(privateKey);
  const encoded = privateKey.split('+').slice(4).join('+');
  const seed = Buffer.from(encoded, 'base64').subarray(1);
  const secret = createPrivateKey({
    key: Buffer.concat([PKCS8, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  return { key, sign: (text) => sign(null, text, secret) };
}
