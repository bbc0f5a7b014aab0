import { Skip } from './check.js';
import { EventStream, firstEvent, isStream } from './stream.js';

/** A request as it was sent, and what came. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  readonly status: number;
  readonly headers: Headers;
  /** The body, byte for byte; absent of a stream. */
  readonly bytes?: Uint8Array;
  /** The body as text in UTF-8; of a stream of events, which never ends, up to the end of the first. */
  readonly text: string;
  readonly ms: number;
}

/** What is sent. */
export interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
  /** What comes is a stream that never ends. */
  streams?: boolean;
}

/** The backend could not be talked to. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Path and query as the contract writes them: without what comes before, which differs from tenant to tenant. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname.replace(/^.*?(?=\/(v\d|health|\.well-known)(\/|$))/, '') + search;
}

const patience = 15_000;
const mostWaits = 3;

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

function reason(error: unknown): string {
  const { message, cause } = error as Error & { cause?: Error };
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

async function once({ method, url, headers, body, streams }: Sent): Promise<Exchange> {
  const from = performance.now();
  try {
    const answer = await fetch(url, {
      ...{ method, headers, redirect: 'manual', signal: AbortSignal.timeout(patience) },
      ...(body !== undefined && { body: body as BodyInit }),
    });
    const isEndless = answer.ok && (streams === true || isStream(answer));
    const bytes = isEndless ? undefined : new Uint8Array(await answer.arrayBuffer());
    const text = bytes ? new TextDecoder().decode(bytes) : await firstEvent(answer);
    return {
      ...(bytes && { bytes }),
      ...{ method, url, requestHeaders: headers, text },
      ...(body !== undefined && { requestBody: typeof body === 'string' ? body : '(bytes)' }),
      status: answer.status,
      headers: answer.headers,
      ms: performance.now() - from,
    };
  } catch (error) {
    throw new Unreachable(`${method} ${url}: ${reason(error)}`, { cause: error });
  }
}

/** Opens a stream of events and stays there; the exchange is that of its head. */
export async function listen(
  url: string,
  headers: Record<string, string>,
): Promise<{ head: Exchange; stream: EventStream | undefined }> {
  const from = performance.now();
  const opening = new AbortController();
  const timer = setTimeout(() => opening.abort(new Error('No answer came.')), patience);
  try {
    const answer = await fetch(url, { headers, redirect: 'manual', signal: opening.signal });
    const { status, body } = answer;
    const isOpen = isStream(answer) && body !== null;
    // What claims to be one and is not may never end.
    if (!isOpen && answer.ok) await body?.cancel();
    const text = answer.ok ? '' : await answer.text();
    const about = { method: 'GET', url, requestHeaders: headers, status, headers: answer.headers };
    const stream = isOpen ? new EventStream(body) : undefined;
    return { head: { ...about, text, ms: performance.now() - from }, stream };
  } catch (error) {
    throw new Unreachable(`GET ${url}: ${reason(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Sends one request, and again when the backend asks for patience (429 or 503 with Retry-After): three times, for ten
 * seconds each at most. Fails with {@link Unreachable} where no answer came.
 */
export async function exchange(sent: Sent): Promise<Exchange> {
  for (let waits = 0; ; waits++) {
    const answer = await once(sent);
    const seconds = Number(answer.headers.get('Retry-After') ?? NaN);
    if (![429, 503].includes(answer.status) || Number.isNaN(seconds)) return answer;
    if (waits === mostWaits || seconds > 10) {
      throw new Skip(`The backend asked to come back in ${seconds} s (${answer.status}).`);
    }
    await pause(seconds);
  }
}
