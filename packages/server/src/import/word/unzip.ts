import { inflateRawSync } from 'node:zlib';
import { WordFault } from './fault.js';

/** What the texts of one file may unpack to: 700 pages need half of it, and all of it 1 GB of memory. 8 MiB. */
export const MAX_UNPACKED = 8 * 1024 * 1024;

/** A file of Office: the names of all its parts, and those in XML that belong to the text, unpacked. */
export interface Parts {
  names: string[];
  xml: Map<string, Uint8Array>;
  /** Unpacks any other part; throws where it is damaged or unpacks to more than `most` bytes. */
  unpack(name: string, most: number): Uint8Array | undefined;
}

const WITHOUT_TEXT = /^(customXml|word\/(theme|glossary|charts|diagrams|drawings|embeddings))\//i;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** The first bytes of what Office wrote before 2007, and of what it encrypts. */
const COMPOUND = 0xe011cfd0;

const DAMAGED = 'it is damaged or not complete; open it in Word, save it again and import again';
const PROTECTED = 'it is protected by a password; save it without one and import again';

function whyNoZip(bytes: Buffer): WordFault {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== COMPOUND) {
    const cut = bytes.length >= 4 && bytes.readUInt32LE(0) === LOCAL;
    return new WordFault(
      cut ? DAMAGED : 'not a Word file, whatever its name says; save it as .docx',
    );
  }
  // The name of the stream that holds an encrypted document.
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return new WordFault(PROTECTED);
  return new WordFault('it is in the old format of Word; save it as .docx and import again');
}

function endOf(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw whyNoZip(bytes);
}

function unpack(bytes: Buffer, entry: number, left: number): Uint8Array {
  const method = bytes.readUInt16LE(entry + 10);
  const size = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if (bytes.readUInt32LE(local) !== LOCAL) throw new WordFault(DAMAGED);
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(from, from + size);
  if (packed.length < size || (method !== 0 && method !== 8)) throw new WordFault(DAMAGED);
  if (method === 0) return packed;
  // What the entry says of its own size may be a lie, so the limit is on what comes out.
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
}

function read(bytes: Buffer): Parts {
  const packed = new Map<string, number>();
  const parts: Parts = {
    names: [],
    xml: new Map(),
    unpack(name, most) {
      const entry = packed.get(name);
      return entry === undefined ? undefined : unpack(bytes, entry, most);
    },
  };
  const end = endOf(bytes);
  let at = bytes.readUInt32LE(end + 16);
  let left = MAX_UNPACKED;
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new WordFault(DAMAGED);
    if (bytes.readUInt16LE(at + 8) & 1) throw new WordFault(PROTECTED);
    const length = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    parts.names.push(name);
    packed.set(name, at);
    if (/\.(xml|rels)$/i.test(name) && !WITHOUT_TEXT.test(name)) {
      const part = unpack(bytes, at, left);
      left -= part.length;
      if (left < 0) throw new RangeError('too large');
      parts.xml.set(name, part);
    }
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

/**
 * Opens a file of Office. Pictures and the like stay packed. Throws a {@link WordFault} when it is none, is damaged
 * or protected, or unpacks to more than {@link MAX_UNPACKED}.
 */
export function unzip(bytes: Uint8Array): Parts {
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof WordFault) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const tooLarge = code === 'ERR_BUFFER_TOO_LARGE' || (error as Error).message === 'too large';
    const most = `${MAX_UNPACKED / 1024 / 1024} MiB`;
    const message = `its texts unpack to more than ${most}, as no policy does; take it out of the folder, or part it`;
    throw new WordFault(tooLarge ? message : DAMAGED);
  }
}
