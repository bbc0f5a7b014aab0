import { factsOf, failureOf, successOf } from '../answer.js';
import { Failure } from '../errors/failure.js';
import { NetworkError } from '../errors/network-error.js';
import { NotIsmsError } from '../errors/not-isms-error.js';
import type { Call, Transport } from '../transport.js';

/** Milliseconds for one part, and for a whole file: the line may be slow. */
const [partPatience, filePatience] = [90_000, 3_600_000];
/** Milliseconds before the second and the third time. */
const pauses = [500, 1500];
/** A backend that asks for a longer wait than this many milliseconds is not asked again. */
const longestWait = 15_000;

/** Sends bytes, or asks for some. Nothing of it is kept on this device, and a lost answer is asked for twice more. */
export function carry(transport: Transport, call: Call): Promise<unknown> {
  return transport.authorised(async (token) => {
    for (let time = 0; ; time++) {
      try {
        return await once(transport, call, token);
      } catch (error) {
        call.signal?.throwIfAborted();
        const failure = error instanceof Failure ? error : new NetworkError({ cause: error });
        const { status = 503, retryAfter: wait = pauses[time] } = failure;
        const mayPass = [429, 503].includes(status) && time < pauses.length;
        if (!mayPass || wait === undefined || wait > longestWait) throw failure;
        await pause(wait, call.signal);
      }
    }
  }, call.signal);
}

async function once({ fetch, hooks }: Transport, call: Call, token: string | undefined) {
  const { bytes } = (call.json ?? {}) as { bytes?: Uint8Array<ArrayBuffer> };
  const headers = Object.entries({
    accept: bytes ? 'application/json' : 'application/octet-stream',
    'content-type': bytes && 'application/octet-stream',
    authorization: token && `Bearer ${token}`,
  }).filter((header): header is [string, string] => !!header[1]);
  const limit = AbortSignal.timeout(bytes ? partPatience : filePatience);
  const signal = call.signal ? AbortSignal.any([call.signal, limit]) : limit;
  let request = new Request(call.url, {
    ...{ method: call.method, headers, body: bytes ?? null, signal, cache: 'no-store' },
  });
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
    response = (await hook(request, response)) ?? response;
  }
  return understood(call.answers, response, !!bytes);
}

async function understood(
  answers: Call['answers'],
  response: Response,
  isSent: boolean,
): Promise<unknown> {
  if (!response.ok) throw failureOf(response, await response.text());
  if (isSent) return successOf(answers, response, await response.text());
  const isFile = response.headers.get('content-type') === 'application/octet-stream';
  if (isFile) return new Uint8Array(await response.arrayBuffer());
  throw new NotIsmsError(factsOf(response));
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
