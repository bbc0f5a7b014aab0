import { EvidenceError, type EvidenceCode } from './errors.js';

/** One check with its name; the callers give it to node:test or to mocha. */
export type Check = readonly [name: string, run: () => void | Promise<void>];

/** Fails unless both have the same JSON form. */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`${what}: expected ${e}, got ${a}`);
}

/** Fails unless `run` is refused with an EvidenceError, of one of these codes if any are given. */
export async function refused(
  run: () => unknown,
  what: string,
  ...codes: EvidenceCode[]
): Promise<void> {
  let outcome: unknown;
  try {
    await run();
  } catch (error) {
    outcome = error;
  }
  if (!(outcome instanceof EvidenceError)) {
    throw new Error(`${what}: expected an EvidenceError, got ${String(outcome ?? 'acceptance')}`);
  }
  if (codes.length > 0 && !codes.includes(outcome.code)) {
    throw new Error(`${what}: expected ${codes.join(' or ')}, got ${outcome.code}`);
  }
}

/** Runs the check with `crypto.subtle` missing, as on a plain-http origin. */
export async function withoutWebCrypto(run: () => Promise<void>): Promise<void> {
  const original = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
  const getRandomValues = crypto.getRandomValues.bind(crypto);
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: { getRandomValues } });
  try {
    equal(typeof globalThis.crypto.subtle, 'undefined', 'crypto.subtle');
    await run();
  } finally {
    Reflect.deleteProperty(globalThis, 'crypto');
    if (original) Object.defineProperty(globalThis, 'crypto', original);
  }
}
