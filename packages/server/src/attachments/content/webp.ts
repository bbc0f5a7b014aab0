import { orientationIn, orientationOnly } from './orientation.js';
import { cutOff } from './refused.js';

interface Chunk {
  type: string;
  data: Buffer;
}

/** Whether it begins as a WebP picture does (RFC 9649). */
export const isWebp = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';

function chunksOf(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 8 > bytes.length) cutOff();
    const size = bytes.readUInt32LE(at + 4);
    if (at + 8 + size > bytes.length) cutOff();
    const type = bytes.toString('latin1', at, at + 4);
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + size) });
    at += 8 + size + (size % 2);
  }
  return chunks;
}

function written({ type, data }: Chunk): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

const pictures: readonly string[] = ['VP8 ', 'VP8L', 'ALPH'];
const kept: readonly string[] = [...pictures, 'VP8X', 'ICCP', 'ANIM', 'ANMF'];
const [saysExif, saysXmp] = [0x08, 0x04];

/** One picture of several: a head of 16 bytes, then chunks of its own. */
function frame(data: Buffer): Buffer {
  if (data.length < 16) cutOff();
  const own = chunksOf(data.subarray(16)).filter(({ type }) => pictures.includes(type));
  return Buffer.concat([data.subarray(0, 16), ...own.map(written)]);
}

function head(data: Buffer, hasExif: boolean): Buffer {
  const copy = Buffer.from(data);
  copy[0] = ((copy[0] ?? cutOff()) & ~(saysExif | saysXmp)) | (hasExif ? saysExif : 0);
  return copy;
}

/** The picture alone, and which way up it is shown. */
export function cleanWebp(bytes: Buffer): Buffer {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length || end < 12) cutOff();
  const all = chunksOf(bytes.subarray(12, end));
  if (!all.some(({ type }) => ['VP8 ', 'VP8L', 'ANMF'].includes(type))) cutOff();
  const exif = all.find(({ type }) => type === 'EXIF')?.data;
  const orientation = exif && orientationIn(exif);
  const parts = all
    .filter(({ type }) => kept.includes(type))
    .map(({ type, data }) => {
      if (type === 'VP8X') return written({ type, data: head(data, orientation !== undefined) });
      return written({ type, data: type === 'ANMF' ? frame(data) : data });
    });
  if (orientation !== undefined) {
    parts.push(written({ type: 'EXIF', data: orientationOnly(orientation) }));
  }
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts]);
  return written({ type: 'RIFF', data: body });
}
