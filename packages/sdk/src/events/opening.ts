import { factsOf, failureOf } from '../answer.js';
import { Failure } from '../errors/failure.js';
import { NetworkError } from '../errors/network-error.js';
import { NotIsmsError } from '../errors/not-isms-error.js';
import type { Transport } from '../transport.js';

/** What is asked for. */
export interface Opening {
  /** Absolute. */
  url: string;
  token: string | undefined;
  /** Id of the last event that was told. */
  after: string | undefined;
  signal: AbortSignal;
}

/**
 * Opens the stream, with the hooks and the fetch of the client. What is for calls that end has no place here: no cache, no
 * copies on the device, no limit for the whole answer, and hooks see an answer without its body.
 *
 * @throws IsmsError when anything but a stream answers.
 */
export async function open(
  { fetch, hooks }: Pick<Transport, 'fetch' | 'hooks'>,
  { url, token, after, signal }: Opening,
): Promise<ReadableStream<Uint8Array>> {
  const headers = Object.entries({
    accept: 'text/event-stream',
    authorization: token && `Bearer ${token}`,
    // What no header can carry is not resumed from.
    'last-event-id': after && /^[\x21-\x7e]+$/.test(after) && after,
  }).filter((header): header is [string, string] => !!header[1]);
  try {
    let request = new Request(url, { headers, signal, cache: 'no-store' });
    let response: Response | undefined;
    for (const hook of hooks.beforeRequest ?? []) {
      const given = await hook(request);
      if (given instanceof Response) {
        response = given;
        break;
      }
      request = given ?? request;
    }
    response ??= await (fetch ?? globalThis.fetch)(request);
    for (const hook of hooks.afterResponse ?? []) {
      const { status, statusText, headers: said } = response;
      const given = await hook(request, new Response(null, { status, statusText, headers: said }));
      response = given ?? response;
    }
    if (!response.ok) throw failureOf(response, await response.text());
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (isStream && response.body) return response.body;
    await response.body?.cancel();
    throw new NotIsmsError(factsOf(response));
  } catch (cause) {
    throw cause instanceof Failure ? cause : new NetworkError({ cause });
  }
}
