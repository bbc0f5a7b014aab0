import { cleanGif, isGif } from './gif.js';
import { cleanJpeg, isJpeg } from './jpeg.js';
import { nameWith } from './name.js';
import { isZip, officeKind } from './office.js';
import { cleanPng, isPng } from './png.js';
import { Refused } from './refused.js';
import { isText, textEndings } from './text.js';
import { cleanWebp, isWebp } from './webp.js';

/** A file that is taken. */
export interface Judged {
  /** As it is kept and served. */
  content: Buffer;
  mediaType: string;
  /** With the ending of its kind. */
  name: string;
}

const pictures = [
  { is: isPng, clean: cleanPng, mediaType: 'image/png', endings: ['png'] },
  { is: isJpeg, clean: cleanJpeg, mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  { is: isGif, clean: cleanGif, mediaType: 'image/gif', endings: ['gif'] },
  { is: isWebp, clean: cleanWebp, mediaType: 'image/webp', endings: ['webp'] },
] as const;

const latin1 = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to);

const isPdf = (bytes: Buffer) => /^%PDF-[12]\.\d/.test(latin1(bytes, 0, 8));

/** A PDF document ends with its mark (ISO 32000-2, 7.5.5); what follows is for another program. */
function endsAsPdf(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf('%%EOF');
  return end > 0 && /^\s*$/.test(latin1(bytes, end + 5, bytes.length));
}

/** Why what is none of those is not taken, where more can be said. */
function reasonFor(bytes: Buffer): string {
  if (bytes.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) {
    return 'Protected documents and those of old Office programs are not taken. Save it as DOCX, XLSX, PPTX or PDF without a password.';
  }
  if (latin1(bytes, 4, 8) === 'ftyp') {
    return 'Films and pictures in the formats of phones (HEIC, AVIF) are not taken. Save the picture as JPEG.';
  }
  return 'Taken are pictures (PNG, JPEG, GIF, WebP), PDF, text and CSV in UTF-8, and DOCX, XLSX and PPTX. By what is in it, this file is none of them.';
}

/**
 * What of a file is kept, by its content alone.
 *
 * @throws {Refused} when it is not taken.
 */
export function judge(bytes: Buffer, name: string): Judged {
  for (const { is, clean, mediaType, endings } of pictures) {
    if (is(bytes)) return { content: clean(bytes), mediaType, name: nameWith(name, endings) };
  }
  if (isPdf(bytes)) {
    if (!endsAsPdf(bytes)) {
      throw new Refused(
        'The PDF document is cut off, or something was put behind its end. Save it again, and send that.',
      );
    }
    return { content: bytes, mediaType: 'application/pdf', name: nameWith(name, ['pdf']) };
  }
  if (isZip(bytes)) {
    const { mediaType, ending } = officeKind(bytes);
    return { content: bytes, mediaType, name: nameWith(name, [ending]) };
  }
  if (!isText(bytes)) throw new Refused(reasonFor(bytes));
  const named = nameWith(name, textEndings);
  const mediaType = /\.csv$/i.test(named) ? 'text/csv' : 'text/plain';
  return { content: bytes, mediaType, name: named };
}
