// Han and kana have no blanks between words: each character counts, which overestimates evenly.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/**
 * The words of a text: runs of letters and digits of any script, one per character in Chinese and
 * Japanese. A plain expression and not Intl.Segmenter, whose answers change with the ICU version:
 * the number is part of the content hash.
 */
export const wordsOf = (text: string): string[] => text.normalize('NFC').match(WORD) ?? [];
