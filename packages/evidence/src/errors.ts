/**
 * Why a piece of evidence was refused.
 *
 * - `malformed`: the bytes do not follow the format (damaged, edited, or never a receipt).
 * - `unsupported`: a format version or key algorithm this release does not know.
 * - `other-key`: signed by a key that is not the expected one.
 * - `other-log`: key, checkpoint and entry do not name the same log.
 * - `other-record`: the record is not the one the log entry commits to.
 * - `bad-signature`: the checkpoint's signature does not match its text.
 * - `not-included`: the entry is not in the signed tree at the stated index.
 * - `not-consistent`: a newer tree does not contain the older one unchanged.
 */
export type EvidenceCode =
  | 'malformed'
  | 'unsupported'
  | 'other-key'
  | 'other-log'
  | 'other-record'
  | 'bad-signature'
  | 'not-included'
  | 'not-consistent';

/** The one error this package throws about evidence. `message` says what failed and what to do. */
export class EvidenceError extends Error {
  /** Stable reason, for programs; the message is for people. */
  readonly code: EvidenceCode;

  constructor(code: EvidenceCode, message: string) {
    super(message);
    this.name = 'EvidenceError';
    this.code = code;
  }
}

/** Throws an {@link EvidenceError}. */
export function fail(code: EvidenceCode, message: string): never {
  throw new EvidenceError(code, message);
}

// One sentence for every part: this runs in browsers, where each message is paid for in bytes.
/** Throws `malformed` for bytes that are not in the one form their format allows. */
export function malformed(what: string): never {
  fail(
    'malformed',
    `The ${what} is not in its exact format: it was damaged or edited. Ask for the original.`,
  );
}
