import type { IsmsError } from '../errors/errors.js';
import type { Row } from './entry.js';

const SHORTEST = 1000;
const LONGEST = 300_000;
/** A backend cannot make a device wait longer than this; neither can a clock that was set back. */
const LIMIT = 3_600_000;

/** Milliseconds to wait after so many failures in a row: full jitter below a doubling bound. */
export const backOff = (failures: number): number =>
  SHORTEST + Math.random() * Math.min(LONGEST, SHORTEST * 2 ** failures);

/** When to send again after this failure, in milliseconds since the epoch. */
export const retryAt = (failures: number, { retryAfter = 0 }: IsmsError): number =>
  Date.now() + Math.max(backOff(failures), Math.min(retryAfter, LIMIT));

/** Milliseconds until the row may be sent; 0 when it may be sent now. */
export function waitOf(row: Row, eager: boolean): number {
  const wait = (row.retryAt ?? 0) - Date.now();
  // A connection or a sign-in may just have come back; the wish of the backend is kept.
  const ours = row.error && !['problem', 'contract'].includes(row.error.kind);
  return wait <= 0 || wait > LIMIT || (eager && ours) ? 0 : wait;
}

/** Whether sending the same again can never succeed. A code that is not known may still say when it can. */
export const isFinal = (error: IsmsError, kind?: Row['kind']): boolean =>
  error.kind === 'problem' &&
  error.status < 500 &&
  error.retryAfter === undefined &&
  // Who may not say or ask something is told so, and does not wait for another day.
  ((error.code === 'forbidden' && /^(message|task|step|report|answer)$/.test(kind ?? '')) ||
    ![401, 403, 408, 429].includes(error.status)) &&
  error.code !== 'idempotency-in-flight';
