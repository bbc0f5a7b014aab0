import { encodeBase64 } from './base64.js';
import { canonicalize, parseCanonical } from './canonical.js';
import { malformed } from './errors.js';

/**
 * What the log holds about one event: CloudEvents 1.0 attributes and a salted commitment, so that
 * no leaf holds personal data and erasing a salt erases the link to the person. Open: tolerate
 * attributes you do not know.
 */
export interface LogEntry {
  readonly specversion: '1.0';
  /** Random UUID, unrelated to any id that people can see. */
  readonly id: string;
  /** Origin of the log. */
  readonly source: string;
  /** What happened, such as `com.example.isms.acknowledgement.recorded`. */
  readonly type: string;
  /** When the log took it in, RFC 3339 UTC. */
  readonly time: string;
  /** Base64 of the 32-byte salted commitment to the record, see `commit`. */
  readonly data: { readonly commitment: string };
}

/** What a new entry is made of; `commitment` is the 32 bytes. */
export interface NewEntry extends Pick<LogEntry, 'id' | 'source' | 'type' | 'time'> {
  readonly commitment: Uint8Array;
}

/** Writes the exact text of a leaf: canonical JSON of the CloudEvent. */
export function formatEntry({ id, source, type, time, commitment }: NewEntry): string {
  const data = { commitment: encodeBase64(commitment) };
  return canonicalize({ specversion: '1.0', id, source, type, time, data } satisfies LogEntry);
}

/**
 * Reads the text of a leaf.
 *
 * @throws EvidenceError `malformed`
 */
export function parseEntry(text: string): LogEntry {
  const entry = parseCanonical(text, 'log entry') as Partial<LogEntry>;
  const { specversion, id, source, type, time, data } = entry;
  const strings = [id, source, type, time, data?.commitment];
  if (specversion !== '1.0' || !strings.every((value) => typeof value === 'string')) {
    malformed('log entry');
  }
  return entry as LogEntry;
}
