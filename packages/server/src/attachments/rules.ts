import { bodyLimit } from '@heed/contract';
import { Failure } from '../http/failure.js';
import type { StoredAttachment } from './records.js';

/** Bytes of every part but the last. */
export const partSize = bodyLimit;

/** Bytes that one person may declare in a day. */
export const dayLimit = 250 * 1024 * 1024;

/** Milliseconds of a day. */
export const day = 24 * 60 * 60 * 1000;

/** Milliseconds for which what stands in nothing is kept. */
export const patience = 7 * day;

/** The problem of an attachment that is not there, or not open to the caller (ATT-5, ATT-10): the same for all. */
export const noAttachment = (): Failure =>
  new Failure('not-found', 'No attachment that is open to you has this id.');

/** How many parts a file has. */
export const partsIn = (bytes: number): number => Math.ceil(bytes / partSize);

/** Bytes that are there from the beginning on without a gap. */
export function receivedOf(declared: number, parts: readonly number[]): number {
  const gap = parts.findIndex((number, at) => number !== at);
  return Math.min(declared, (gap < 0 ? parts.length : gap) * partSize);
}

/** What of a part does not fit its place (ATT-5); undefined when it does. */
export function partMisfit(declared: number, part: number, length: number): Failure | undefined {
  const last = partsIn(declared) - 1;
  const wanted = part < last ? partSize : declared - last * partSize;
  if (part <= last && length === wanted) return undefined;
  const errors =
    part > last
      ? [{ pointer: '#path/part', message: `The last part is number ${last}` }]
      : [{ pointer: '', message: `This part has ${wanted} bytes, and ${length} came` }];
  return new Failure('invalid', 'Nothing of this part was kept.', { errors });
}

/** The refusal of a day’s last straw; undefined while there is room. */
export function overLimit(
  size: number,
  { bytes, first }: { bytes: number; first: string | null },
  now: Date,
): Failure | undefined {
  if (bytes + size <= dayLimit) return undefined;
  const until = Math.ceil((Date.parse(first ?? '') + day - now.getTime()) / 1000);
  return new Failure(
    'rate-limited',
    `You have sent as much as one person may in a day (${dayLimit / 1024 / 1024} MB). Nothing was declared; there is room again in a while, at most a day.`,
    { headers: { 'Retry-After': String(Math.max(1, until || 1)) }, limit: 'attachments' },
  );
}

/** Why attachments cannot be named; undefined when all of them can (MSG-15). */
export function notNameable(
  person: string,
  all: readonly (StoredAttachment | undefined)[],
): Failure | undefined {
  if (all.some((one) => one?.person !== person)) return noAttachment();
  const isFree = all.every((one) => one?.state === 'ready' && one.subject === null);
  if (isFree) return undefined;
  return new Failure(
    'not-open-for-this',
    'An attachment is not ready, or stands in something else already. Nothing was recorded; send the file once more.',
  );
}

/** How a browser is told to save a file under its name (RFC 6266, RFC 8187), and to do nothing else with it. */
export function savedAs(name: string): Record<string, string> {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${whole}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  };
}
