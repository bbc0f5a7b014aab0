import type { Wire } from '@heed/contract/wire';
import ky, { HTTPError } from 'ky';
import { failureOf, retryAfter, successOf } from './answer.js';
import { Cache, type Kept } from './cache.js';
import type { Device } from './device/device.js';
import { AuthError } from './errors/auth-error.js';
import { Failure } from './errors/failure.js';
import { NetworkError } from './errors/network-error.js';
import type { Hooks } from './hooks.js';
import type { Tokens } from './tokens.js';

/** One request, ready to be sent. */
export interface Call extends Pick<Wire, 'method' | 'answers'> {
  /** Absolute. */
  url: string;
  /** JSON body. */
  json?: object | undefined;
  /** `Idempotency-Key`. */
  key?: string | undefined;
  /** `If-Match`. */
  match?: string | undefined;
  /** The body must have this SHA-256. */
  contentHash?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Send once only: the caller repeats it in its own time. */
  once?: boolean;
  /** Let the request outlive the page; its body must be below 64 KiB. */
  keepalive?: boolean;
}

/** Milliseconds until an attempt without an answer counts as lost. */
const ATTEMPT = 15_000;
/** Milliseconds for all attempts and the whole body. */
const TOTAL = 120_000;
/** A backend that asks for a longer wait than this is not asked again. */
const LONGEST_WAIT = 15_000;

/** Sends calls to the backend and tells its answers from everything else that may answer. */
export class Transport {
  /** Stands in for the global fetch. */
  readonly fetch: typeof fetch | undefined;
  readonly hooks: Hooks;
  #cache = new Cache();

  constructor(
    readonly tokens: Tokens,
    readonly device: Device,
    options: { fetch?: typeof fetch | undefined; hooks?: Hooks | undefined },
  ) {
    this.fetch = options.fetch;
    this.hooks = options.hooks ?? {};
  }

  /** Sends the call with the current token. */
  request(call: Call): Promise<unknown> {
    return this.authorised((token) => this.send(call, token), call.signal);
  }

  /**
   * Runs the work with the current token, and once more with another one when the backend refuses
   * the first. Everything within one run happens with one token, that is, for one person.
   */
  async authorised<T>(
    work: (token: string | undefined) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const token = await until(this.tokens.current(), signal);
    try {
      return await work(token);
    } catch (error) {
      if (!(error instanceof AuthError)) throw error;
      if (token === '') error.cause = this.tokens.failure;
      // Without a token nobody is signed in, and none was refused that could be replaced.
      if (!token) throw error;
      const other = await until(this.tokens.replace(token), signal);
      try {
        return await work(other);
      } catch (again) {
        if (again instanceof AuthError) this.tokens.forget();
        throw again;
      }
    }
  }

  /** Sends the call with this token and no other; where the backend gives no answer, the copy on this device is it. */
  async send(call: Call, token: string | undefined): Promise<unknown> {
    if (call.method !== 'GET') return this.#ask(call, token);
    const kept = this.#cache.get(token, call.url);
    if (kept?.immutable) return JSON.parse(kept.text) as unknown;
    const ask = () => this.#ask(call, token, kept);
    // A document that is on this device is not asked for.
    const asked = call.contentHash ? undefined : ask();
    const copied = this.device
      .copies()
      .then((copies) => (copies ? copies.answer(call, token, asked ?? ask) : (asked ?? ask())));
    return asked ? Promise.race([asked.catch(() => copied), copied]) : copied;
  }

  async #ask(call: Call, token: string | undefined, kept?: Kept): Promise<unknown> {
    const { signal } = call;
    // The code that checks a document comes while the document does; an error shows when it is needed.
    if (call.contentHash) import('./content-hash.js').catch(() => undefined);
    // One limit for everything: the timeout of ky ends with the headers.
    const limit = AbortSignal.timeout(TOTAL);
    try {
      const response = await this.#fetched(
        { ...call, signal: signal ? AbortSignal.any([signal, limit]) : limit },
        token,
        kept,
      );
      const bytes = await response.arrayBuffer();
      return await this.#understood(call, token, response, bytes, kept);
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof Failure ? error : new NetworkError({ cause: error });
    }
  }

  async #fetched(call: Call, token: string | undefined, kept?: Kept): Promise<Response> {
    const { beforeRequest = [], afterResponse = [] } = this.hooks;
    const headers = Object.entries({
      accept: 'application/json',
      'content-type': call.json && 'application/json',
      authorization: token && `Bearer ${token}`,
      'idempotency-key': call.key,
      'if-match': call.match,
      'if-none-match': kept?.etag,
    }).filter((header): header is [string, string] => !!header[1]);
    const repeat = !call.once && (call.method !== 'POST' || !!call.key);
    try {
      return await ky(call.url, {
        method: call.method,
        headers,
        body: call.json ? JSON.stringify(call.json) : null,
        signal: call.signal ?? null,
        keepalive: !!call.keepalive,
        fetch: this.fetch as typeof fetch,
        timeout: ATTEMPT,
        throwHttpErrors: (status) => status >= 400,
        retry: {
          limit: repeat ? 2 : 0,
          methods: ['get', 'put', 'post'],
          statusCodes: [429, 503],
          retryOnTimeout: true,
          jitter: true,
          delay: (attempt) => 500 * 2 ** attempt,
          shouldRetry: ({ error }) =>
            error instanceof HTTPError &&
            (retryAfter(error.response.headers.get('retry-after')) ?? 0) > LONGEST_WAIT
              ? false
              : undefined,
        },
        hooks: {
          beforeRequest,
          afterResponse: afterResponse.map(
            (hook) => (request: Request, _: unknown, response: Response) => hook(request, response),
          ),
        },
      });
    } catch (error) {
      if (error instanceof HTTPError) return error.response;
      throw error;
    }
  }

  async #understood(
    call: Call,
    token: string | undefined,
    response: Response,
    bytes: ArrayBuffer,
    kept?: Kept,
  ): Promise<unknown> {
    const fresh = new TextDecoder().decode(bytes);
    if (response.status >= 400) throw failureOf(response, fresh);
    const text = response.status === 304 && kept ? kept.text : fresh;
    const value = successOf(call.answers, response, text);
    if (call.contentHash && text === fresh) {
      // Only pages that show documents pay for this.
      const { checkHash } = await import('./content-hash.js');
      await checkHash(call.contentHash, bytes);
    }
    const etag = response.headers.get('etag');
    const immutable = /immutable/.test(response.headers.get('cache-control') ?? '');
    if (call.method === 'GET' && (etag || immutable)) {
      const answer = { text, etag, immutable };
      this.#cache.set(token, call.url, answer);
      void this.device.copies().then((copies) => copies?.keep(call, token, answer));
    }
    return value;
  }
}

/** The promise, or the reason of the signal when that comes first. */
function until<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
