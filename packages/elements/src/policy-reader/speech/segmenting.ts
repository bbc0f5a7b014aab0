/** Ends in a single letter with a dot, as `z. B.` and `e. g.` do: the sentence goes on. */
const abbreviated = /(?:^|[\s.(])\p{L}\.\s*$/u;
const spoken = /[\p{L}\p{N}]/u;

function segments(text: string, language: string): Iterable<{ segment: string }> {
  if ('Segmenter' in Intl) {
    return new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  }
  const ends = /.+?(?:[.!?…؟।]+[\p{Pe}\p{Pf}"']*(?=\s|$)|[。！？]+|$)\s*/gsu;
  return (text as string).match(ends)?.map((segment) => ({ segment })) ?? [];
}

/** Where the sentences of a text begin and end, without the white space around them. */
export function sentencesOf(text: string, language: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  let start = 0;
  let end = 0;
  for (const { segment } of segments(text, language)) {
    end += segment.length;
    const sentence = text.slice(start, end);
    if (abbreviated.test(sentence) && end < text.length) continue;
    if (spoken.test(sentence)) {
      found.push([end - sentence.trimStart().length, start + sentence.trimEnd().length]);
    }
    start = end;
  }
  return found;
}

/** Smaller pieces of a sentence, cut where a speaker would breathe. */
export const piecesOf = (sentence: string): string[] =>
  sentence.match(/.{20,80}[,;:–—]\s|.{1,80}(?:\s|$)|.{1,80}/gsu) ?? [];
