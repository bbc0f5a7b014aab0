import type { Verification, VerifyOptions } from '@heed/evidence';

/**
 * Verifies a receipt file without asking the backend. Give the log's `key` from the discovery
 * document or, better, from somewhere else; the code is loaded with the first call.
 *
 * @throws EvidenceError when anything in the file was changed.
 */
export async function verifyReceipt(
  receipt: string | Uint8Array,
  options?: VerifyOptions,
): Promise<Verification> {
  return (await import('@heed/evidence/verify')).verify(receipt, options);
}
