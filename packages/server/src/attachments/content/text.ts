import { isUtf8 } from 'node:buffer';
import { Refused } from './refused.js';

/** Endings under which text opens as text. */
export const textEndings: readonly string[] = ['txt', 'csv', 'tsv', 'log', 'md'];

/** What no text has, and terminals obey. */
const control = /[\0-\x08\x0b\x0e-\x1f\x7f]/;

/** Whether it is text in UTF-8; markup is refused, because programs run it. */
export function isText(bytes: Buffer): boolean {
  if (!isUtf8(bytes)) return false;
  const text = bytes.toString('utf8');
  if (control.test(text)) return false;
  if (/^[\ufeff\s]*<[!?/a-z]/i.test(text)) {
    throw new Refused(
      'Web pages, SVG drawings and other markup are not taken, because they can run programs. Send a PDF or a picture of it.',
    );
  }
  return true;
}
