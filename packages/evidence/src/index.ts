/**
 * Evidence that stands without the server that issued it: canonical JSON, salted commitments, the
 * verification of a tamper-evident log, signed checkpoints, and receipts.
 *
 * @packageDocumentation
 */
export { decodeBase64, encodeBase64 } from './base64.js';
export { canonicalize, parseCanonical, type JsonObject } from './canonical.js';
export {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  type Checkpoint,
  type OpenedCheckpoint,
} from './checkpoints.js';
export { commit, COMMITMENT_DOMAIN, createSalt, SALT_LENGTH } from './commitments.js';
export { formatEntry, parseEntry, type LogEntry, type NewEntry } from './entries.js';
export { EvidenceError, type EvidenceCode } from './errors.js';
export { sha256, verifyEd25519 } from './hash.js';
export {
  generateSigningKey,
  importSigningKey,
  signerFromKeyPair,
  type SigningKey,
} from './keys.js';
export {
  createVerifierKey,
  formatVerifierKey,
  openNote,
  parseVerifierKey,
  signNote,
  type NoteSignature,
  type NoteSigner,
  type OpenedNote,
  type VerifierKey,
} from './notes.js';
export { formatProof, parseProof, type Proof } from './proofs.js';
export { formatReceipt, parseReceipt, RECEIPT_FORMAT, type Receipt } from './receipts.js';
export type { AcknowledgementRecord } from './records.js';
export { leafHash, nodeHash, verifyConsistency, verifyInclusion } from './tree.js';
export { verify, type Verification, type VerifyOptions } from './verify.js';
