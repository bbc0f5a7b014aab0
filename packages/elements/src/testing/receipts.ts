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

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A value as RFC 8785 canonical JSON. */
export const canonical = (value: unknown): string =>
  canonicalize(value as Parameters<typeof canonicalize>[0]);

/** `sha256:` and the hexadecimal SHA-256 of the RFC 8785 bytes of a value. */
export async function hashOf(value: unknown): Promise<string> {
  const text = canonical(value);
  const digest = await crypto.subtle.digest('SHA-256', bytes(text) as BufferSource);
  return `sha256:${[...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join('')}`;
}

/** A log in memory: every receipt is the first leaf of a tree of its own, which verifies as well as any. */
export async function createLog(origin = 'isms.test/log') {
  const { signer } = await generateSigningKey(origin);
  const key = formatVerifierKey(signer.key);
  return {
    origin,
    key,
    /** The receipt file for a record. */
    async receipt(record: object): Promise<string> {
      const text = canonical(record);
      const salt = createSalt();
      const entry = formatEntry({
        id: crypto.randomUUID(),
        source: origin,
        type: 'test.heed.acknowledgement.recorded',
        time: new Date().toISOString(),
        commitment: await commit(salt, bytes(text)),
      });
      const root = await leafHash(bytes(entry));
      const checkpoint = await signNote(formatCheckpoint({ origin, size: 1, root }), signer);
      const proof = formatProof({ index: 0, hashes: [], checkpoint });
      return formatReceipt({ record: text, salt, entry, proof, key });
    },
  };
}
