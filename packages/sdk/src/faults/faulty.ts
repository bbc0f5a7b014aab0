import { answerWith, type Handler } from './answers.js';
import type { Aim, Fault } from './fault.js';

/** A request that was sent, and what happened to it. */
export interface Sent {
  method: string;
  /** Absolute. */
  url: string;
  /** `Idempotency-Key`. */
  key: string | undefined;
  /** Nothing when it went well. */
  fault: Fault['kind'] | undefined;
}

/** A network on which things go wrong when they are asked to. */
export interface FaultyNetwork {
  /** Give it to `createClient` as its `fetch`. */
  readonly fetch: typeof fetch;
  /** Every request, each repetition too, in the order they were sent. */
  readonly sent: readonly Sent[];
  /** Lets a fault meet the next request, or those that are aimed at. Several wait for their requests in order. */
  arm(fault: Fault, aim?: Aim): void;
  /** Fair weather from here on. What is under way keeps the fault that it has met. */
  heal(): void;
}

/**
 * Puts a faulty network in front of whatever answers: the global `fetch`, or the `fetch` of an app in this process. Until
 * a fault is armed it changes nothing.
 */
export function faulty(handler: Handler): FaultyNetwork {
  let armed: { fault: Fault; left: number; when: (request: Request) => boolean }[] = [];
  const sent: Sent[] = [];

  function next(request: Request): Fault | undefined {
    const met = armed.find(({ when }) => when(request));
    if (met) met.left -= 1;
    armed = armed.filter(({ left }) => left > 0);
    return met?.fault;
  }

  return {
    sent,
    fetch: (input, init) => {
      const request = input instanceof Request && !init ? input : new Request(input, init);
      const fault = next(request);
      sent.push({
        method: request.method,
        url: request.url,
        key: request.headers.get('idempotency-key') ?? undefined,
        fault: fault?.kind,
      });
      return unlessAborted(request.signal, () => answerWith(fault, request, handler));
    },
    arm: (fault, { times = 1, when = () => true } = {}) =>
      void armed.push({ fault, left: times, when }),
    heal: () => void (armed = []),
  };
}

/** An app in this process goes on after its caller has left, as a backend does; the caller is told at once. */
function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
