import { encodeBase64 } from './base64.js';
import { utf8 } from './bytes.js';
import { parseCanonical, type JsonObject } from './canonical.js';
import { openCheckpoint } from './checkpoints.js';
import { commit } from './commitments.js';
import { parseEntry, type LogEntry } from './entries.js';
import { fail, malformed } from './errors.js';
import { parseVerifierKey } from './notes.js';
import { parseProof } from './proofs.js';
import { parseReceipt } from './receipts.js';
import { leafHash, verifyInclusion } from './tree.js';

/** What to hold a receipt against. */
export interface VerifyOptions {
  /**
   * The log's verifier key (C2SP vkey), obtained from somewhere other than the receipt. Without it
   * a receipt only shows that its parts belong together, and `pinned` is false.
   */
  readonly key?: string | undefined;
}

/** What a verified receipt says. */
export interface Verification {
  /** The record as it was recorded. Open: tolerate members you do not know. */
  readonly record: JsonObject;
  /** The leaf that commits to the record. */
  readonly entry: LogEntry;
  /** Place of the entry in the log, from 0. */
  readonly index: number;
  /** Number of entries under the signed checkpoint. */
  readonly size: number;
  /** Root hash in the signed checkpoint, base64. */
  readonly root: string;
  /** The log's identity, as signed. */
  readonly origin: string;
  /** The key that signed the checkpoint; `hash` is its 8-digit ID. */
  readonly key: { readonly name: string; readonly hash: string };
  /** Whether the key was given by the caller, rather than only found inside the file. */
  readonly pinned: boolean;
}

/**
 * Verifies a receipt file offline: the record is the one the log entry commits to, the entry is in
 * the tree, and the log's key signed that tree. Any changed bit of the file is refused.
 *
 * @param receipt the whole file, as text or bytes.
 * @throws EvidenceError with a `code`; there is no other way for it to reject.
 */
export async function verify(
  receipt: string | Uint8Array,
  options: VerifyOptions = {},
): Promise<Verification> {
  const parts = parseReceipt(receipt);
  if (options.key !== undefined && options.key !== parts.key) {
    fail('other-key', 'The receipt is from another log: its key is not the expected one.');
  }
  const record = parseCanonical(parts.record, 'record');
  const entry = parseEntry(parts.entry);
  const commitment = encodeBase64(await commit(parts.salt, utf8(parts.record)));
  if (entry.data.commitment !== commitment) {
    fail('other-record', 'The record is not the one that was logged. Do not rely on it.');
  }

  const key = await parseVerifierKey(parts.key);
  const proof = parseProof(parts.proof);
  const checkpoint = await openCheckpoint(proof.checkpoint, [key]);
  const { origin, size, root } = checkpoint;
  // Whatever is not covered by the signature could be changed unnoticed, so it may not be there.
  if (proof.extra || checkpoint.signatures.length > 1) {
    malformed('proof');
  }
  if (origin !== key.name || origin !== entry.source) {
    fail('other-log', 'Key, checkpoint and entry are from different logs. Do not rely on it.');
  }
  const leaf = await leafHash(utf8(parts.entry));
  await verifyInclusion(leaf, proof.index, size, proof.hashes, root);

  return {
    record,
    entry,
    index: proof.index,
    size,
    root: encodeBase64(root),
    origin,
    key: { name: key.name, hash: key.hash },
    pinned: options.key !== undefined,
  };
}
