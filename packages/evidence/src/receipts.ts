import { decodeBase64, encodeBase64 } from './base64.js';
import { canonicalize, parseCanonical } from './canonical.js';
import { SALT_LENGTH } from './commitments.js';
import { fail, malformed } from './errors.js';

/** The parts of a receipt file. Strings are the exact text that was hashed or signed. */
export interface Receipt {
  /** Canonical JSON of the acknowledgement record. */
  readonly record: string;
  /** 32 random bytes that were committed to together with the record. */
  readonly salt: Uint8Array;
  /** Canonical JSON of the log entry: the bytes of the leaf. */
  readonly entry: string;
  /** C2SP tlog-proof text: index, hashes and signed checkpoint. */
  readonly proof: string;
  /** C2SP verifier key of the log. */
  readonly key: string;
}

/** Value of the member `format`. */
export const RECEIPT_FORMAT = 'heed-receipt/1';

/**
 * Writes a receipt file: the canonical JSON of the parts, without a final newline.
 *
 * @throws EvidenceError `malformed` when the record or the entry is not canonical JSON.
 */
export function formatReceipt({ record, salt, entry, proof, key }: Receipt): string {
  parseCanonical(record, 'record');
  parseCanonical(entry, 'log entry');
  const encoded = encodeBase64(salt);
  return canonicalize({ format: RECEIPT_FORMAT, record, salt: encoded, entry, proof, key });
}

/**
 * Reads a receipt file and accepts only the one spelling a receipt can have. Nothing is verified.
 *
 * @param file the text, or the bytes as UTF-8.
 * @throws EvidenceError `malformed`; `unsupported` for another format version.
 */
export function parseReceipt(file: string | Uint8Array): Receipt {
  const envelope = parseCanonical(typeof file === 'string' ? file : decode(file), 'receipt');
  const { format, record, salt, entry, proof, key } = envelope;
  if (typeof format === 'string' && format !== RECEIPT_FORMAT) {
    fail('unsupported', `This is not a ${RECEIPT_FORMAT} file. Use a newer verifier.`);
  }
  if (
    Object.keys(envelope).join() !== 'entry,format,key,proof,record,salt' ||
    !Object.values(envelope).every((value) => typeof value === 'string')
  ) {
    malformed('receipt');
  }
  return {
    record: record as string,
    salt: decodeBase64(salt as string, 'salt', SALT_LENGTH),
    entry: entry as string,
    proof: proof as string,
    key: key as string,
  };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    malformed('receipt');
  }
}
