import { decodeBase64, encodeBase64 } from './base64.js';
import { malformed } from './errors.js';
import { openNote, type NoteSignature, type VerifierKey } from './notes.js';

/** The head of a log at one size (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Identity of the log, such as `isms.example.com/log`. */
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  /** Root hash over those leaves, 32 bytes. */
  readonly root: Uint8Array;
}

/** A checkpoint of which at least one signature was verified. */
export interface OpenedCheckpoint extends Checkpoint {
  readonly signatures: NoteSignature[];
}

/**
 * Writes the text of a checkpoint, ready for `signNote`.
 *
 * @throws EvidenceError `malformed` when the values cannot form a checkpoint.
 */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${encodeBase64(root)}\n`;
  parseCheckpoint(text);
  return text;
}

/**
 * Reads the text of a checkpoint, without its signatures. Extension lines are accepted and left
 * out, as the format asks for.
 *
 * @throws EvidenceError `malformed`
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [, origin, size, root] = /^(.+)\n(.+)\n(.+)\n(?:.+\n)*$/.exec(text) ?? [];
  if (!origin || !size || !root) malformed('checkpoint');
  return { origin, size: parseCount(size), root: decodeBase64(root, 'checkpoint', 32) };
}

/**
 * Opens a signed checkpoint.
 *
 * @throws EvidenceError as `openNote` does, and `malformed` when the text is not a checkpoint.
 */
export async function openCheckpoint(note: string, keys: VerifierKey[]): Promise<OpenedCheckpoint> {
  const { text, signatures } = await openNote(note, keys);
  return { ...parseCheckpoint(text), signatures };
}

/**
 * Reads a count in ASCII decimal without leading zeroes, up to 2^53 - 1.
 *
 * @throws EvidenceError `malformed`
 */
export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 0 || String(count) !== text) malformed('count');
  return count;
}
