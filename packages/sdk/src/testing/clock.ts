import { mock } from 'node:test';

interface Due {
  at: number;
  every: number | undefined;
  run: () => void;
}

const real = { setTimeout, setInterval, clearTimeout, clearInterval };

/** Time that passes only when a test says so. Those of Node forget other timers when one that has run is cleared. */
export class Clock {
  #now = 1_800_000_000_000;
  #next = 1;
  #due = new Map<number, Due>();

  /** Takes the place of the time of the machine until {@link stop}. */
  start(): void {
    const add = (repeats: boolean) =>
      ((run: (...given: unknown[]) => void, wait = 0, ...given: unknown[]) => {
        // The HTTP client of Node measures the time of the machine.
        if (new Error().stack?.includes('node:internal/deps/')) {
          return (repeats ? real.setInterval : real.setTimeout)(run, wait, ...given);
        }
        const id = this.#next++;
        const every = repeats ? wait : undefined;
        this.#due.set(id, { at: this.#now + wait, every, run: () => run(...given) });
        return id;
      }) as unknown as typeof setTimeout;
    const clear = ((id?: NodeJS.Timeout | number) => {
      if (typeof id === 'number') this.#due.delete(id);
      else real.clearTimeout(id);
    }) as typeof clearTimeout;
    Object.assign(globalThis, {
      ...{ setTimeout: add(false), setInterval: add(true) },
      ...{ clearTimeout: clear, clearInterval: clear },
    });
    mock.method(Date, 'now', () => this.#now);
  }

  /** Puts the time of the machine back. */
  stop(): void {
    Object.assign(globalThis, real);
    mock.restoreAll();
    this.#due.clear();
  }

  /** Lets seconds pass, with what happens over real connections in each of them. */
  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      this.#now += 1000;
      for (const [id, due] of [...this.#due]) {
        if (due.at > this.#now || !this.#due.has(id)) continue;
        if (due.every === undefined) this.#due.delete(id);
        else due.at += due.every;
        due.run();
      }
      await moment(8);
    }
  }
}

/** Waits in the time of the machine, in milliseconds. */
export const moment = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => real.setTimeout(resolve, milliseconds));
