import { sha256 } from '@heed/evidence/hash';
import { ContractError } from './errors/contract-error.js';

/** `sha256:` and the hexadecimal SHA-256 of some bytes. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await sha256(bytes);
  return `sha256:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Makes sure that a text is the one that its hash names: the acknowledgement will say that this
 * very text was shown.
 *
 * @throws ContractError when it is another one.
 */
export async function checkHash(expected: string, bytes: ArrayBuffer): Promise<void> {
  if ((await hashOf(new Uint8Array(bytes))) !== expected) {
    throw new ContractError({
      message:
        'The text is not the one its content hash names: something changed it on the way. Do not show it; reload, and tell those who run the backend.',
    });
  }
}
