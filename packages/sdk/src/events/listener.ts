import type { LiveEvent } from './live-event.js';

/** Events that wait for somebody who takes their time; more than these become one `reset`. */
const MOST = 1000;

type Result = IteratorResult<LiveEvent, undefined>;
const done: Result = { done: true, value: undefined };

/** One iterator over the live events: what came and was not asked for yet, or who waits for the next. */
export class Listener implements AsyncIterator<LiveEvent, undefined> {
  #queue: LiveEvent[] = [];
  #waiting: { resolve: (result: Result) => void; reject: (reason: unknown) => void }[] = [];
  #ended: { reason?: unknown } | undefined;

  /**
   * @param left called once, when nobody will ask any more.
   */
  constructor(private readonly left: (listener: Listener) => void) {}

  /** Tells an event. */
  push(event: LiveEvent): void {
    if (this.#ended) return;
    const waiting = this.#waiting.shift();
    if (waiting) return waiting.resolve({ done: false, value: event });
    this.#queue.push(event);
    if (this.#queue.length > MOST) {
      // How the connection is now still holds; everything else is read again.
      const states = this.#queue.filter(({ type }) => type === 'lost' || type === 'resumed');
      this.#queue = [...states.slice(-1), { type: 'reset' }];
    }
  }

  /** Ends it, with a reason to throw where there is one; what was told before is still given, unless it is thrown away. */
  end(failure: { reason?: unknown } = {}, atOnce = false): void {
    if (this.#ended) return;
    this.#ended = failure;
    if (atOnce) this.#queue = [];
    this.left(this);
    for (const { resolve, reject } of this.#waiting.splice(0)) {
      const { reason } = this.#take();
      if (reason === undefined) resolve(done);
      else reject(reason);
    }
  }

  next(): Promise<Result> {
    const value = this.#queue.shift();
    if (value) return Promise.resolve({ done: false, value });
    if (!this.#ended) {
      return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    }
    const { reason } = this.#take();
    return reason === undefined ? Promise.resolve(done) : Promise.reject(reason as Error);
  }

  return(): Promise<Result> {
    this.end({}, true);
    return Promise.resolve(done);
  }

  /** The reason is thrown once; after that the iterator is simply at its end. */
  #take(): { reason?: unknown } {
    const ended = this.#ended ?? {};
    this.#ended = {};
    return ended;
  }
}
