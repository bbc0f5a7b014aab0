const digits = 16;

/** A new code: 16 decimal digits, each as likely as any other. */
export function createCode(): string {
  let code = '';
  while (code.length < digits) {
    // The few numbers at the end would make some digits more likely than others.
    for (const byte of crypto.getRandomValues(new Uint8Array(digits)))
      if (byte < 250 && code.length < digits) code += byte % 10;
  }
  return code;
}

/** A code in groups of four, as people copy it. */
export const inGroups = (code: string): string => code.match(/.{4}/g)!.join(' ');

/** The code that somebody has typed, with whatever between its digits; nothing where it is none. */
export function codeIn(typed: string): string | undefined {
  const code = typed.normalize('NFKC').replace(/\D/g, '');
  return code.length === digits ? code : undefined;
}
