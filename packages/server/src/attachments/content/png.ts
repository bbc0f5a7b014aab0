import { cutOff } from './refused.js';

const signature: Buffer = Buffer.from('89504e470d0a1a0a', 'hex');
const end = Buffer.from('0000000049454e44ae426082', 'hex');

/** What draws the picture (PNG, third edition, 11.2 and 11.3): no text, no time, no Exif, nothing of anybody's own. */
const kept: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'tRNS', 'acTL', 'fcTL', 'fdAT'],
  ...['cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'bKGD', 'pHYs'],
]);

/** Whether it begins as a PNG picture does. */
export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(signature);

/** The picture alone. */
export function cleanPng(bytes: Buffer): Buffer {
  const parts = [signature];
  const seen = new Set<string>();
  for (let at = signature.length; ;) {
    if (at + 12 > bytes.length) cutOff();
    const next = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (next > bytes.length || (seen.size === 0 && type !== 'IHDR')) cutOff();
    if (type === 'IEND') break;
    seen.add(type);
    if (kept.has(type)) parts.push(bytes.subarray(at, next));
    at = next;
  }
  if (!seen.has('IDAT')) cutOff();
  return Buffer.concat([...parts, end]);
}
