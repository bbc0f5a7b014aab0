import type { Client, LiveEvent } from '@heed/sdk';

/** Milliseconds between two looks where the backend has no live events. */
const interval = 30_000;

/** What is heard while the page is open. */
export interface Listener {
  /** Something came or changed; `reset` says that anything may have. */
  heard(event: LiveEvent): void;
}

/** Follows what changes: by live events, else by looking again while somebody looks at the page. */
export class Following {
  #client: Client | undefined;
  #ends: AbortController | undefined;

  constructor(private readonly listener: Listener) {}

  /** Follows a backend, or nothing. */
  follow(client: Client | undefined, isLive: boolean): void {
    if (client === this.#client) return;
    this.#ends?.abort();
    this.#client = client;
    if (!client) return;
    const { signal } = (this.#ends = new AbortController());
    if (isLive) void this.#listen(client, signal);
    else this.#look(signal);
  }

  async #listen(client: Client, signal: AbortSignal): Promise<void> {
    try {
      for await (const event of client.events.stream({ signal })) this.listener.heard(event);
    } catch {
      if (!signal.aborted) this.#look(signal);
    }
  }

  #look(signal: AbortSignal): void {
    const look = (): void => {
      if (document.visibilityState === 'visible') this.listener.heard({ type: 'reset' });
    };
    const timer = setInterval(look, interval);
    signal.addEventListener('abort', () => clearInterval(timer));
    document.addEventListener('visibilitychange', look, { signal });
  }
}
