/** Milliseconds that a message must have been on the screen, with somebody before it. */
const moment = 1000;

/**
 * Finds out what was on the screen of somebody: in view, in a window that is active, for a moment. It never says that
 * anything was read.
 */
export class Sight {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #ends = new AbortController();

  constructor(
    /** The last message that is in view. */
    private readonly inView: () => string | undefined,
    /** A message was in view for a moment. */
    private readonly seen: (message: string) => void,
  ) {
    const { signal } = this.#ends;
    addEventListener('focus', () => this.look(), { signal });
    addEventListener('scroll', () => this.look(), { signal, passive: true, capture: true });
    document.addEventListener('visibilitychange', () => this.look(), { signal });
  }

  /** Something is in view now that was not before. */
  look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const isActive = document.visibilityState === 'visible' && document.hasFocus();
      const message = isActive ? this.inView() : undefined;
      if (message) this.seen(message);
    }, moment);
  }

  /** Looks no longer. */
  close(): void {
    clearTimeout(this.#timer);
    this.#ends.abort();
  }
}
