import type { Endpoint, Input } from '@heed/contract';
import type { Wire } from '@heed/contract/wire';
import type { Call } from './transport.js';

/** What every method takes beside its input. */
export interface CallOptions {
  /** Aborts the call; it then throws the reason of the signal. */
  signal?: AbortSignal | undefined;
  /** `Idempotency-Key` of a create; a new one when absent. The same key never creates twice. */
  key?: string | undefined;
}

// Numbers in a path or query are coerced by the backend, which leaves their input type unknown.
type Numbers<I> = { [K in keyof I]: unknown extends I[K] ? number : I[K] };
// An endpoint that takes nothing would otherwise take anything, and answer as if it had not been there.
type Members<I> = unknown extends I ? Record<string, never> : Numbers<I>;

/** The arguments of a method; the input is optional when nothing in it is required. */
export type Given<E extends Endpoint> =
  object extends Input<E>
    ? [input?: Members<Input<E>>, options?: CallOptions]
    : [input: Members<Input<E>>, options?: CallOptions];

/**
 * Turns the input of an endpoint into a call: members named in the path go there, the rest is the
 * query of a GET and otherwise the body.
 */
export function prepare(
  baseUrl: string,
  endpoint: Wire,
  input: object = {},
  { key, signal }: CallOptions = {},
): Call {
  const { method, path, answers, keyed } = endpoint;
  const rest: Record<string, unknown> = { ...input };
  let url =
    baseUrl +
    path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = String(rest[name] ?? '');
      delete rest[name];
      // An address would silently lose these as a path segment and mean something else.
      if (/^\.{0,2}$/.test(value)) throw new TypeError(`${name} is missing or not an id.`);
      return encodeURIComponent(value);
    });
  const read = method === 'GET';
  const query = new URLSearchParams();
  if (read) {
    for (const [name, value] of Object.entries(rest)) {
      if (value !== undefined) query.set(name, String(value));
    }
    if (query.size) url += `?${query}`;
  }
  return {
    method,
    answers,
    url,
    signal,
    json: read ? undefined : rest,
    key: keyed && (key ?? createKey()),
    // Whatever else was handed in, only what is asked for by its hash is held against it.
    contentHash: path.includes('{contentHash}')
      ? (input as { contentHash?: string }).contentHash
      : undefined,
  };
}

/** 128 random bits as text; crypto.randomUUID is missing on plain http. */
export const createKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
