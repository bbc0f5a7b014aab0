/** One after another: there is a single session, and a foreign statement must never land in a transaction. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs the task after all earlier ones have ended. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
