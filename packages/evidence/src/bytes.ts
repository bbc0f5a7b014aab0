const encoder = new TextEncoder();

/** Bytes that own a plain ArrayBuffer, as Web Crypto asks for. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** UTF-8 bytes of a string. Lone surrogates become U+FFFD: refuse them before calling. */
export const utf8 = (text: string): Bytes => encoder.encode(text);

/** One new array holding the parts in order. */
export function concat(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}

/** Lower-case hexadecimal. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Whether two byte strings are equal. Not constant time: nothing compared here is secret. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => hex(a) === hex(b);
