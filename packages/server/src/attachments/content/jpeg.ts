import { orientationIn, orientationOnly } from './orientation.js';
import { cutOff } from './refused.js';

const start = Buffer.from([0xff, 0xd8]);
const end = Buffer.from([0xff, 0xd9]);
const exif = Buffer.from('Exif\0\0', 'latin1');

/** Whether it begins as a JPEG picture does. */
export const isJpeg = (bytes: Buffer): boolean =>
  bytes.subarray(0, 2).equals(start) && bytes[2] === 0xff;

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

const begins = (data: Buffer, text: string) =>
  data.subarray(0, text.length).equals(Buffer.from(text, 'latin1'));

/** What of a segment draws the picture (ITU-T T.81, table B.1): frames, tables, scans, and how its colours are meant. */
function kept(marker: number, data: Buffer): Buffer | undefined {
  const isTableOrFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8;
  if (isTableOrFrame || (marker >= 0xda && marker <= 0xdd)) return data;
  if (marker === 0xe0 && begins(data, 'JFIF\0') && data.length >= 14) {
    // Without the small copy of the picture, which may show what was cut away.
    return Buffer.concat([data.subarray(0, 12), Buffer.from([0, 0])]);
  }
  if (marker === 0xe2 && begins(data, 'ICC_PROFILE\0')) return data;
  return marker === 0xee && begins(data, 'Adobe') ? data.subarray(0, 12) : undefined;
}

/** Where the coded picture that begins there ends: at the next marker that is none of its own. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; ;) {
    at = bytes.indexOf(0xff, at);
    const next = bytes[at + 1];
    if (at < 0 || next === undefined) cutOff();
    if (next === 0xff) at++;
    else if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 2;
    else return at;
  }
}

/** The picture alone, and which way up it is shown. */
export function cleanJpeg(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let orientation: number | undefined;
  let hasScan = false;
  for (let at = 2; ;) {
    if (bytes[at] !== 0xff) cutOff();
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at++] ?? cutOff();
    if (marker === 0xd9) break;
    // These stand alone, and say nothing where they stand here.
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) continue;
    if (at + 2 > bytes.length) cutOff();
    const next = at + bytes.readUInt16BE(at);
    if (next < at + 2 || next > bytes.length) cutOff();
    const data = bytes.subarray(at + 2, next);
    const keep = kept(marker, data);
    if (keep) parts.push(segment(marker, keep));
    if (marker === 0xe1 && begins(data, 'Exif\0\0')) {
      orientation ??= orientationIn(data.subarray(exif.length));
    }
    at = next;
    if (marker !== 0xda) continue;
    hasScan = true;
    at = endOfScan(bytes, next);
    parts.push(bytes.subarray(next, at));
  }
  if (!hasScan) cutOff();
  if (orientation !== undefined) {
    const only = segment(0xe1, Buffer.concat([exif, orientationOnly(orientation)]));
    // JFIF has to come first where it is.
    parts.splice(parts[0]?.[1] === 0xe0 ? 1 : 0, 0, only);
  }
  return Buffer.concat([start, ...parts, end]);
}
