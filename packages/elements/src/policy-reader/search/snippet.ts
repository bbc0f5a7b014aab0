import type { Hit } from './finding.js';
import type { SectionText } from './section-text.js';

/** Characters shown on either side of a hit. */
const around = 48;

/** A hit and the words around it. */
export interface Snippet {
  before: string;
  match: string;
  after: string;
}

/** Half a character at a cut is no text. */
const whole = (text: string): string => text.replace(/\p{Cs}/gu, '');

/** A hit with the words around it, as far as its own line goes. */
export function snippetOf(text: SectionText, { start, end }: Hit): Snippet {
  const [from, to] = text.line(start, end);
  const first = Math.max(from, start - around);
  const last = Math.min(to, end + around);
  // Whole words, where the script has spaces between them.
  const before = text.read(first, start);
  const after = text.read(end, last);
  return {
    before: first > from ? `…${whole(before).replace(/^\S{0,16}\s+/, '')}` : before.trimStart(),
    match: text.read(start, end),
    after: last < to ? `${whole(after).replace(/\s+\S{0,16}$/, '')}…` : after.trimEnd(),
  };
}
