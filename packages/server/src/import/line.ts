/**
 * A text on one line: control characters, line breaks and lone surrogates (which YAML and JSON escapes
 * can smuggle in, and neither PostgreSQL nor RFC 8785 can hold) become single blanks, as do marks that
 * turn the direction of the text around them. The joiners that Persian and Hindi spell with stay.
 */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\s\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
