const DROPPED = new Set(
  (
    'policy policies procedure guideline standard the a an and of on for in to with ' +
    'richtlinie richtlinien verfahren leitlinie der die das den dem des zu zur zum von vom fuer und im mit'
  ).split(' '),
);

const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** Words of a label or title without case, accents and punctuation; umlauts as in file names (ä = ae). */
export function plainWords(text: string): string[] {
  const folded = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words that tell one title from another: without “policy”, “the”, “Richtlinie”, “zur” ... */
export function titleWords(text: string): Set<string> {
  const all = plainWords(text);
  const telling = all.filter((word) => !DROPPED.has(word));
  return new Set(telling.length > 0 ? telling : all);
}

/** How alike two titles are: shared words twice over all words, 0 to 1 (Dice). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
