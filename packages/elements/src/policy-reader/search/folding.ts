/** A text as it is compared, and where each of its characters comes from. */
export interface Folded {
  text: string;
  /** For each UTF-16 unit of `text` the offset of its character in the original. */
  offsets: readonly number[];
  /** Whether a character of the original, or what was put in, begins there. */
  begins: readonly boolean[];
  /** The length of the original. */
  length: number;
}

/** Stands where a text is interrupted: no query contains it. */
export const interruption = '\0';

/** Accents, harakat and points; not the marks that make another letter, as in Devanagari, Thai or kana. */
const accents =
  /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/gu;
/** The tatweel only stretches a word; the others steer how it is set, such as soft hyphens. */
const unseen = /[\u0640\p{Cf}\p{Cc}]/gu;

const known = new Map<string, string>();

function foldCharacter(character: string): string {
  if (/\s/.test(character)) return ' ';
  return (
    character
      .normalize('NFKD')
      .replace(accents, '')
      .replace(unseen, '')
      // There and back: ẞ and ß become ss, ς becomes σ and ı becomes i only on this way.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replace(/[‘’‚‛′]/g, "'")
      .replace(/[“”„‟″«»]/g, '"')
      .replace(/\p{Pd}/gu, '-')
  );
}

/**
 * Folds a text for comparing: case, accents, widths, forms of letters, quotation marks and white space do not
 * count. `breaks` says at which offsets something is put in, such as an interruption between paragraphs.
 */
export function fold(original: string, breaks?: ReadonlyMap<number, string>): Folded {
  const offsets: number[] = [];
  const begins: boolean[] = [];
  let text = '';
  let at = 0;
  const add = (folded: string): void => {
    if (folded === ' ' && text.endsWith(' ')) return;
    text += folded;
    for (let i = 0; i < folded.length; i++) {
      offsets.push(at);
      begins.push(i === 0);
    }
  };
  for (const character of original) {
    const put = breaks?.get(at);
    if (put) add(put);
    let folded = known.get(character);
    if (folded === undefined) known.set(character, (folded = foldCharacter(character)));
    add(folded);
    at += character.length;
  }
  return { text, offsets, begins, length: original.length };
}

/** What a person looks for, as it is compared; empty when there is nothing to look for. */
export const foldQuery = (query: string): string => fold(query).text.trim();

/** The hits of a folded query, as offsets in the original. A character is found whole or not at all. */
export function* hitsIn(
  { text, offsets, begins, length }: Folded,
  query: string,
): Generator<[start: number, end: number]> {
  for (let at = text.indexOf(query); query && at >= 0;) {
    const end = at + query.length;
    const found = begins[at] && begins[end] !== false;
    if (found) yield [offsets[at]!, offsets[end] ?? length];
    at = text.indexOf(query, found ? end : at + 1);
  }
}
