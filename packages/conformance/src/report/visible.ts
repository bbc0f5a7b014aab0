/**
 * Text in which nothing hides: control and format characters (some of them turn the rest of a line around), combining
 * marks (two spellings of one letter look the same) and line breaks other than \n as `\u{…}`.
 */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Zl}\p{Zp}]/gu, (char) =>
    char === '\n' ? char : `\\u{${char.codePointAt(0)?.toString(16)}}`,
  );
}
