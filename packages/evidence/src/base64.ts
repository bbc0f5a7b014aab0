import type { Bytes } from './bytes.js';
import { malformed } from './errors.js';

/** Standard base64 with padding (RFC 4648 §4). */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/**
 * Decodes standard base64 and accepts only the one canonical spelling of the bytes: padding
 * present, unused bits zero, no white space (RFC 4648 §3.5).
 *
 * @param what names the field in the error message.
 * @param length the number of bytes there must be, when it is fixed.
 * @throws EvidenceError `malformed`
 */
export function decodeBase64(text: string, what: string, length?: number): Bytes {
  let bytes: Bytes | undefined;
  try {
    bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    // Not base64 at all: refused below together with the non-canonical spellings.
  }
  if (!bytes || encodeBase64(bytes) !== text || (length ?? bytes.length) !== bytes.length) {
    malformed(what);
  }
  return bytes;
}
