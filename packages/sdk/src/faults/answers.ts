import { problems, type Problem, type ProblemCode } from '@heed/contract';
import type { Fault } from './fault.js';

/** Whatever answers a request: `fetch` itself, or the `fetch` of an app in this process. */
export type Handler = (request: Request) => Response | Promise<Response>;

/** What fetch throws when nothing came back. */
const noAnswer = () => new TypeError('Failed to fetch');

function refusal(code: ProblemCode, retryAfter?: number): Response {
  const { status, title } = problems[code];
  const problem: Problem = { type: `urn:heed:problem:${code}`, title, status, code };
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  return new Response(JSON.stringify(problem), { status, headers });
}

/** The first half of an answer, and then an error in place of the rest. */
async function cut(answer: Response): Promise<Response> {
  const { status, statusText, headers } = answer;
  const whole = new Uint8Array(await answer.arrayBuffer());
  // An answer without a body (204, 304) breaks off before it begins.
  if (whole.length === 0) throw noAnswer();
  const halved = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(whole.subarray(0, whole.length >> 1)),
    pull: (stream) => stream.error(new TypeError('The connection was lost')),
  });
  return new Response(halved, { status, statusText, headers });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort, { once: true });
  });
}

/** Answers a request as the fault has it. */
export async function answerWith(
  fault: Fault | undefined,
  request: Request,
  handler: Handler,
): Promise<Response> {
  switch (fault?.kind) {
    case undefined:
      return handler(request);
    case 'latency':
      await pause(fault.milliseconds, request.signal);
      return handler(request);
    case 'offline':
      throw noAnswer();
    case 'answer-lost':
      await (await handler(request)).arrayBuffer();
      throw noAnswer();
    case 'answer-cut':
      return cut(await handler(request));
    case 'token-refused':
      return refusal('not-signed-in');
    case 'unavailable':
      return refusal('unavailable', fault.retryAfter);
    case 'login-page':
      return new Response('<!doctype html><title>Sign in</title><form></form>', {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
  }
}
