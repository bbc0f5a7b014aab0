const MAX_LENGTH = 100;

/**
 * A heading as GitHub makes its anchor: lower case, letters and digits of every script kept, blanks
 * become hyphens, other characters go. At most 100 characters. Empty when nothing is left.
 */
export function slug(text: string): string {
  const kept = text
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}_\s-]/gu, '')
    .replace(/\s/gu, '-');
  return [...kept]
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/^-+|-+$/g, '');
}

/** A slug for file names and titles: as {@link slug}, without underscores or repeated hyphens. */
export const idFrom = (text: string): string =>
  slug(text.replace(/[_.]/g, '-')).replace(/-+/g, '-');

/** The wanted id, or the same with `-2`, `-3` ... when it is taken. Marks the answer as taken. */
export function unique(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}
