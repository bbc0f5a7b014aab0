import { fail, malformed } from './errors.js';

/** A JSON object whose members are not known in advance. */
export type JsonObject = Record<string, unknown>;

/**
 * Writes a value as canonical JSON (RFC 8785): members sorted by UTF-16 code units, no white
 * space, ECMAScript numbers and strings. Two parties who agree on the value agree on every byte.
 *
 * Refuses what has no single JSON spelling: NaN, infinities, lone surrogates, `undefined` (as a
 * member too), functions, bigints, and objects that are neither plain objects nor arrays.
 *
 * @throws EvidenceError `malformed`, naming the place in the value.
 */
export const canonicalize = (value: unknown): string => write(value, '$');

function write(value: unknown, place: string): string {
  if (value === null || typeof value === 'boolean' || Number.isFinite(value)) {
    return JSON.stringify(value);
  }
  // With the u flag a surrogate matches only where it has no partner.
  if (typeof value === 'string' && !/\p{Cs}/u.test(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, i) => write(item, `${place}[${i}]`)).join()}]`;
  }
  if (isPlainObject(value)) {
    const member = (name: string) =>
      `${write(name, place)}:${write(value[name], `${place}.${name}`)}`;
    return `{${Object.keys(value).sort().map(member).join()}}`;
  }
  fail('malformed', `The value at ${place} has no canonical JSON form (RFC 8785). Leave it out.`);
}

function isPlainObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Reads a JSON object and accepts only its canonical bytes: no white space, no doubled members, no
 * number that loses digits, nothing after the end.
 *
 * @param what names the text in the error message.
 * @throws EvidenceError `malformed`
 */
export function parseCanonical(text: string, what: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (isPlainObject(value) && canonicalize(value) === text) return value;
  } catch {
    // Not JSON, or nested too deep to be one of ours: refused below.
  }
  malformed(what);
}
