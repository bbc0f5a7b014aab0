/** How much is allowed: so many at once, and so many a second in the long run. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/**
 * Token buckets by key, in the memory of this process. Of each bucket only the moment is kept at which it is full
 * again (the generic cell rate algorithm, ITU-T I.371), and only of the keys that were used last.
 */
export class TokenBuckets {
  /** In two generations: when the young one has grown up, the old one is forgotten at once. */
  #young = new Map<string, number>();
  #old = new Map<string, number>();

  constructor(
    readonly rate: Rate,
    /** How many keys are remembered: at least half of it, and never more. */
    readonly capacity: number,
    /** Seconds from any moment on; never goes back. */
    private readonly now: () => number,
  ) {}

  /** How many keys are remembered. */
  get size(): number {
    return this.#young.size + this.#old.size;
  }

  /** Takes a token: 0 when there was one, otherwise the seconds until there is one. */
  take(key: string): number {
    const { burst, perSecond } = this.rate;
    const now = this.now();
    const before = this.#young.get(key) ?? this.#old.get(key) ?? now;
    const fullAt = Math.max(before, now) + 1 / perSecond;
    const wait = fullAt - now - burst / perSecond;
    // Floating point must not refuse somebody who waited exactly as long as they were told.
    const isRefused = wait > 1e-6;
    // What is refused counts as a use too: whoever goes on asking is not forgotten for it.
    this.#keep(key, isRefused ? before : fullAt);
    return isRefused ? wait : 0;
  }

  #keep(key: string, fullAt: number): void {
    this.#old.delete(key);
    this.#young.set(key, fullAt);
    if (this.#young.size < this.capacity / 2) return;
    this.#old = this.#young;
    this.#young = new Map();
  }
}
