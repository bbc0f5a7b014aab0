import type { Context, ContextEvent } from '@lit/context';

type Take<T> = (value: T, stop?: () => void) => void;

/**
 * Offers a value to the elements below by the context protocol of the Web Components Community
 * Group, so that any consumer understands it. A third of the bytes of a general provider: elements
 * ask again by themselves when a nearer provider arrives, so nobody has to be handed over.
 */
export class Offer<T> {
  readonly #takers = new Map<Take<T>, () => void>();

  constructor(
    private readonly host: HTMLElement,
    private readonly context: Context<unknown, T>,
    private held: T,
  ) {
    host.addEventListener('context-request', (event) => {
      const request = event as unknown as ContextEvent<typeof context>;
      const { contextTarget, callback, subscribe } = request;
      const asker = contextTarget ?? event.composedPath()[0];
      if ((request.context as unknown) !== context || asker === host) return;
      event.stopPropagation();
      const take = callback as unknown as Take<T>;
      const stop = (): void => void this.#takers.delete(take);
      if (subscribe) this.#takers.set(take, stop);
      take(this.held, subscribe ? stop : undefined);
    });
  }

  /** What is offered. */
  get value(): T {
    return this.held;
  }

  set value(value: T) {
    if (value === this.held) return;
    this.held = value;
    for (const [take, stop] of this.#takers) take(value, stop);
  }

  /** Tells elements that asked before this provider was there. */
  announce(): void {
    const { context, host } = this;
    const event = new Event('context-provider', { bubbles: true, composed: true });
    host.dispatchEvent(Object.assign(event, { context, contextTarget: host }));
  }
}
