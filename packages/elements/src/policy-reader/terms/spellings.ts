/** Something that is known by several spellings. */
export interface Spelt {
  readonly spellings: readonly string[];
}

/** Where one of them stands in a text. */
export interface Hit<T> {
  readonly of: T;
  readonly start: number;
  readonly end: number;
}

interface Word {
  /** As it is compared: without the soft hyphens that stand in it. */
  readonly exact: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

interface Spelling<T> {
  readonly of: T;
  readonly words: readonly Word[];
  /** What stands between its words. */
  readonly gaps: readonly string[];
  /** An abbreviation in capitals, which is another word in small letters: IT. */
  readonly capitals: boolean;
}

/** Languages that leave no space between words. */
const unspaced = /^(ja|zh|yue|th|lo|km|my|bo|dz)(?![a-z])/i;
const letters = /[\p{L}\p{M}\p{N}\u00ad]+/gu;
/** What makes one word of two: a compound, an address. */
const joint = /^[-\u2010\u2011@._]$/;

function wordsIn(text: string, language: string): Word[] {
  const word = (found: string, start: number): Word => {
    const exact = found.replaceAll('\u00ad', '').normalize('NFC');
    return { exact, folded: exact.toLowerCase(), start, end: start + found.length };
  };
  if (!unspaced.test(language)) {
    return [...text.matchAll(letters)].map(({ 0: found, index }) => word(found, index));
  }
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return [...segments].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [word(segment, index)] : [],
  );
}

/** A space and a hyphen part words alike: near miss, near-miss. */
const gapOf = (text: string): string => (/^(\s+|[-\u2010\u2011])$/.test(text) ? ' ' : text);

/** Finds spellings in a text as whole words, the longest first; small and capital letters count alike. */
export class Spellings<T extends Spelt> {
  readonly #byFirst = new Map<string, Spelling<T>[]>();

  constructor(
    all: readonly T[],
    private readonly language: string,
  ) {
    for (const of of all) for (const spelling of of.spellings) this.#add(of, spelling);
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  /** All of them, in the order of the text; none overlaps another. */
  in(text: string): Hit<T>[] {
    const words = wordsIn(text, this.language);
    const hits: Hit<T>[] = [];
    for (let at = 0; at < words.length; at++) {
      const found = this.#byFirst
        .get(words[at]!.folded)
        ?.find((spelling) => stands(spelling, text, words, at));
      if (!found) continue;
      const last = at + found.words.length - 1;
      hits.push({ of: found.of, start: words[at]!.start, end: words[last]!.end });
      at = last;
    }
    return hits;
  }

  #add(of: T, text: string): void {
    const words = wordsIn(text, this.language);
    const [first] = words;
    if (!first) return;
    const gaps = words.slice(1).map(({ start }, i) => gapOf(text.slice(words[i]!.end, start)));
    const capitals = /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
    const known = this.#byFirst.get(first.folded) ?? [];
    this.#byFirst.set(first.folded, known);
    known.push({ of, words, gaps, capitals });
  }
}

function stands<T>(
  { words: wanted, gaps, capitals }: Spelling<T>,
  text: string,
  words: readonly Word[],
  at: number,
): boolean {
  const end = at + wanted.length;
  if (end > words.length) return false;
  const between = (i: number): string => text.slice(words[i]!.end, words[i + 1]!.start);
  return (
    wanted.every((word, i) =>
      capitals ? word.exact === words[at + i]!.exact : word.folded === words[at + i]!.folded,
    ) &&
    gaps.every((gap, i) => gap === gapOf(between(at + i))) &&
    !(at > 0 && joint.test(between(at - 1))) &&
    !(end < words.length && joint.test(between(end - 1)))
  );
}
