import { Refused } from './refused.js';

const type = (kind: string) => `application/vnd.openxmlformats-officedocument.${kind}`;

/** The part that each kind of document has (ECMA-376, part 1, 11 to 13). */
const kinds = [
  { main: 'word/document.xml', ending: 'docx', mediaType: type('wordprocessingml.document') },
  { main: 'xl/workbook.xml', ending: 'xlsx', mediaType: type('spreadsheetml.sheet') },
  {
    main: 'ppt/presentation.xml',
    ending: 'pptx',
    mediaType: type('presentationml.presentation'),
  },
] as const;

/** Whether it begins as an archive does. */
export const isZip = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 4) === 'PK\x03\x04';

const notWhole = () =>
  new Refused(
    'The document is cut off, or something was put around it. Save it again, and send that.',
  );

/** Names of everything in an archive that is nothing but that, from the first byte to the last. */
function namesIn(bytes: Buffer): string[] {
  const end = bytes.length - 22;
  if (end < 0 || bytes.readUInt32LE(end) !== 0x06054b50) throw notWhole();
  const from = bytes.readUInt32LE(end + 16);
  if (from + bytes.readUInt32LE(end + 12) !== end) throw notWhole();
  const names: string[] = [];
  let beginsAt = end;
  for (let at = from; at < end;) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw notWhole();
    const lengths = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const [length = 0] = lengths;
    names.push(bytes.toString('latin1', at + 46, at + 46 + length));
    beginsAt = Math.min(beginsAt, bytes.readUInt32LE(at + 42));
    at += 46 + lengths.reduce((sum, one) => sum + one, 0);
  }
  if (beginsAt !== 0) throw notWhole();
  return names;
}

/** Which Office Open XML document an archive is. */
export function officeKind(bytes: Buffer): (typeof kinds)[number] {
  const names = namesIn(bytes);
  const found = kinds.find(({ main }) => names.includes(main));
  if (!found || !names.includes('[Content_Types].xml')) {
    throw new Refused(
      'Archives are not taken, because nobody can see what is in them. Send the files one by one.',
    );
  }
  if (names.some((name) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]/.test(name))) throw notWhole();
  if (names.some((name) => /vbaproject|vbadata|activex/i.test(name))) {
    throw new Refused(
      'Documents with macros are not taken. Save it without macros, or as PDF, and send that.',
    );
  }
  return found;
}
