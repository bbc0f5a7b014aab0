const digits = 16;

/** A code in groups of four, as people copy it. */
export const inGroups = (code: string): string => code.match(/.{4}/g)!.join(' ');

/** The code that somebody has typed, with whatever between its digits; nothing where it is none. */
export function codeIn(typed: string): string | undefined {
  const code = typed.normalize('NFKC').replace(/\D/g, '');
  return code.length === digits ? code : undefined;
}
