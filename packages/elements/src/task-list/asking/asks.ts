import type { Client, OutboxChangeEvent, OutboxEntry, TaskDraft } from '@heed/sdk';
import type { Session } from '../../session.js';

/** A task of this person that the backend has not recorded yet. */
export type WaitingTask = Extract<OutboxEntry, { kind: 'task' }>;

/** What the person asks on this device, until it is recorded. */
export class Asks {
  readonly #entries = new Map<string, WaitingTask>();
  readonly #ends = new AbortController();

  constructor(
    private readonly client: Client,
    private readonly session: Session,
    private readonly outcome: { asked(entry: WaitingTask): void; changed(): void },
  ) {
    client.outbox.addEventListener('change', this.#heard, { signal: this.#ends.signal });
    void this.#ask();
  }

  /** Listens no longer. */
  close(): void {
    this.#ends.abort();
  }

  /** What waits, the last above. */
  get waiting(): WaitingTask[] {
    return [...this.#entries.values()].sort((a, b) => (a.queuedAt > b.queuedAt ? -1 : 1));
  }

  /** Takes what is asked; false when it was not taken. */
  async take(draft: TaskDraft): Promise<boolean> {
    try {
      await this.client.outbox.ask(undefined, draft, this.session.me?.id);
      return true;
    } catch {
      // Perhaps somebody else is signed in by now: then this page is about them.
      void this.session.load();
      return false;
    }
  }

  /** Sends an entry again now. */
  retry(key: string): void {
    void this.client.outbox.retry(key).catch(() => this.session.load());
  }

  /** Forgets an entry that was refused. */
  async dismiss(key: string): Promise<void> {
    await this.client.outbox.dismiss(key).catch(() => undefined);
    this.#entries.delete(key);
    this.outcome.changed();
  }

  async #ask(): Promise<void> {
    const entries = await this.client.outbox.entries().catch(() => []);
    if (this.#ends.signal.aborted) return;
    for (const entry of entries)
      if (entry.kind === 'task' && entry.state !== 'recorded') this.#entries.set(entry.key, entry);
    this.outcome.changed();
  }

  readonly #heard = ({ entry }: OutboxChangeEvent): void => {
    if (entry.kind !== 'task') return;
    if (entry.state === 'recorded') {
      this.#entries.delete(entry.key);
      this.outcome.asked(entry);
    } else this.#entries.set(entry.key, entry);
    this.outcome.changed();
  };
}
