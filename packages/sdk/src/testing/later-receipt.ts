import {
  canonicalize,
  commit,
  createSalt,
  formatCheckpoint,
  formatEntry,
  formatProof,
  formatReceipt,
  formatVerifierKey,
  generateSigningKey,
  leafHash,
  signNote,
} from '@heed/evidence';
import { LATER } from './other-minor.js';

/** A receipt that verifies and whose record has members and values of a later minor, alone in its log. */
export async function laterReceipt(
  known: object,
): Promise<{ receipt: string; record: object; key: string }> {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const origin = 'isms.example.com/log';
  const { signer } = await generateSigningKey(origin);
  const later = { ...known, method: LATER, 'x-é': [1.5, null], place: { later: LATER } };
  const record = canonicalize(later);
  const salt = createSalt();
  const entry = formatEntry({
    id: '4d1f6f0e-54a4-4b8e-9d5a-1f3d2c7b9a10',
    source: origin,
    type: `isms.${LATER}`,
    time: '2026-11-23T10:00:00.123Z',
    commitment: await commit(salt, utf8(record)),
  });
  const root = await leafHash(utf8(entry));
  const checkpoint = await signNote(formatCheckpoint({ origin, size: 1, root }), signer);
  const proof = formatProof({ index: 0, hashes: [], checkpoint });
  const key = formatVerifierKey(signer.key);
  return { receipt: formatReceipt({ record, salt, entry, proof, key }), record: later, key };
}
