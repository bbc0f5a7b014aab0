import { cutOff } from './refused.js';

/** Whether it begins as a GIF picture does. */
export const isGif = (bytes: Buffer): boolean =>
  ['GIF87a', 'GIF89a'].includes(bytes.toString('latin1', 0, 6));

/** How often it repeats; everything else that applications write is their own. */
const repeats: readonly string[] = ['NETSCAPE2.0', 'ANIMEXTS1.0'];

const tableOf = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Where the sub-blocks that begin there end. */
function endOfBlocks(bytes: Buffer, from: number): number {
  for (let at = from; ;) {
    const size = bytes[at] ?? cutOff();
    at += size + 1;
    if (size === 0) return at;
  }
}

function isKept(bytes: Buffer, at: number): boolean {
  const label = bytes[at + 1];
  // Graphic control (GIF89a, 23): how long and how a picture is shown.
  if (label === 0xf9) return true;
  return label === 0xff && repeats.includes(bytes.toString('latin1', at + 3, at + 14));
}

/** The pictures alone. */
export function cleanGif(bytes: Buffer): Buffer {
  if (bytes.length < 13) cutOff();
  let at = 13 + tableOf(bytes.readUInt8(10));
  const parts = [bytes.subarray(0, at)];
  let hasPicture = false;
  for (;;) {
    const kind = bytes[at] ?? cutOff();
    if (kind === 0x3b) break;
    if (kind === 0x2c) {
      const flags = bytes[at + 9] ?? cutOff();
      const next = endOfBlocks(bytes, at + 10 + tableOf(flags) + 1);
      parts.push(bytes.subarray(at, next));
      hasPicture = true;
      at = next;
    } else if (kind === 0x21) {
      const next = endOfBlocks(bytes, at + 2);
      if (isKept(bytes, at)) parts.push(bytes.subarray(at, next));
      at = next;
    } else cutOff();
  }
  if (!hasPicture || at >= bytes.length) cutOff();
  return Buffer.concat([...parts, Buffer.from([0x3b])]);
}
