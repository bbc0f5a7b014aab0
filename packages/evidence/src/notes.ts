import { decodeBase64, encodeBase64 } from './base64.js';
import { concat, hex, utf8 } from './bytes.js';
import { fail, malformed } from './errors.js';
import { sha256, verifyEd25519 } from './hash.js';

/** An Ed25519 key that verifies signed notes (C2SP signed-note, signature type 0x01). */
export interface VerifierKey {
  /** Key name; for a log it is the log's origin. */
  readonly name: string;
  /** Key ID as 8 lower-case hex digits: a short label of name and key, not a strong hash. */
  readonly hash: string;
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
}

/** Signs note texts with one key. Implement it over an HSM or a KMS to keep the key out of here. */
export interface NoteSigner {
  readonly key: VerifierKey;
  /** The 64-byte Ed25519 signature of `text`. */
  sign(text: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** One signature line of a note. */
export interface NoteSignature {
  readonly name: string;
  /** Key ID, 8 lower-case hex digits. */
  readonly hash: string;
  /** False for a key that was not among the given ones; a wrong signature never gets this far. */
  readonly verified: boolean;
}

/** A note of which at least one signature was verified. */
export interface OpenedNote {
  /** The signed text with its final newline. */
  readonly text: string;
  readonly signatures: NoteSignature[];
}

/** Signature type byte of Ed25519. */
export const ED25519 = 1;

// More than any log has witnesses, few enough that a hostile note costs nothing to refuse.
const MOST_SIGNATURES = 100;
const NAME = '([^\\s+\\p{Cc}\\p{Cs}]+)';
const VERIFIER_KEY = new RegExp(`^${NAME}\\+([0-9a-f]{8})\\+(.+)$`, 'u');
const SIGNATURE_LINE = new RegExp(`^\u2014 ${NAME} (.+)$`, 'u');
// Control characters, which the format forbids, and broken UTF-16.
const FORBIDDEN = /[\x00-\x09\x0b-\x1f\p{Cs}]/u;

/**
 * A verifier key from its parts, with the key ID that the format derives from them:
 * `SHA-256(name || 0x0A || 0x01 || publicKey)[:4]`.
 *
 * @throws EvidenceError `malformed` for an empty name, or one with spaces or a plus sign.
 */
export async function createVerifierKey(name: string, publicKey: Uint8Array): Promise<VerifierKey> {
  const blob = concat(Uint8Array.of(ED25519), publicKey);
  const hash = hex((await sha256(utf8(`${name}\n`), blob)).subarray(0, 4));
  return parseVerifierKey(`${name}+${hash}+${encodeBase64(blob)}`);
}

/** Writes a key as C2SP vkey text: `name+hash+base64(0x01 || publicKey)`. */
export const formatVerifierKey = (key: VerifierKey): string =>
  `${key.name}+${key.hash}+${encodeBase64(concat(Uint8Array.of(ED25519), key.publicKey))}`;

/**
 * Reads C2SP vkey text.
 *
 * @throws EvidenceError `malformed`, also when the hash does not belong to name and key;
 *   `unsupported` for a key that is not Ed25519.
 */
export async function parseVerifierKey(text: string): Promise<VerifierKey> {
  const [, name, hash, encoded] = VERIFIER_KEY.exec(text) ?? [];
  if (!name || !hash || !encoded) malformed('key');
  const blob = decodeBase64(encoded, 'key');
  if (blob[0] !== ED25519) fail('unsupported', 'Not an Ed25519 key. Use a newer verifier.');
  const digest = await sha256(utf8(`${name}\n`), blob);
  if (blob.length !== 33 || hex(digest.subarray(0, 4)) !== hash) malformed('key');
  return { name, hash, publicKey: blob.subarray(1) };
}

/**
 * Signs a text, in the order of the signers.
 *
 * @param text ends in a newline and has no other control characters.
 * @throws EvidenceError `malformed` for another text.
 */
export async function signNote(text: string, ...signers: NoteSigner[]): Promise<string> {
  if (!text.endsWith('\n') || FORBIDDEN.test(text)) malformed('text of the note');
  let note = `${text}\n`;
  for (const signer of signers) {
    const { name, hash } = signer.key;
    const signature = await signer.sign(utf8(text));
    const id = Uint8Array.from(hash.match(/../g) ?? [], (pair) => parseInt(pair, 16));
    note += `\u2014 ${name} ${encodeBase64(concat(id, signature))}\n`;
  }
  return note;
}

/**
 * Opens a signed note: every signature by one of the keys is verified, at least one there must be,
 * and signatures by other keys are reported as not verified, as the format asks for.
 *
 * @throws EvidenceError `malformed`; `bad-signature` when a known key did not sign this text;
 *   `other-key` when no known key signed it.
 */
export async function openNote(note: string, keys: VerifierKey[]): Promise<OpenedNote> {
  const [, text, block] = /^([^]*\n)\n((?:.+\n)+)$/.exec(note) ?? [];
  const lines = block?.match(/.+/g) ?? [];
  if (!text || lines.length > MOST_SIGNATURES || FORBIDDEN.test(note)) malformed('signed note');
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
    const blob = decodeBase64(encoded, 'signature');
    if (blob.length < 5) malformed('signature');
    const hash = hex(blob.subarray(0, 4));
    const key = keys.find((known) => known.name === name && known.hash === hash);
    if (key && !(await verifyEd25519(key.publicKey, blob.subarray(4), utf8(text)))) {
      fail('bad-signature', `${name} did not sign this text. Do not rely on it.`);
    }
    signatures.push({ name, hash, verified: key !== undefined });
  }
  if (!signatures.some((signature) => signature.verified)) {
    fail('other-key', 'None of the expected keys signed this. Do not rely on it.');
  }
  return { text, signatures };
}
