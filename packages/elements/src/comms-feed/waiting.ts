import type { Client, IsmsError, Message, OutboxChangeEvent, OutboxEntry } from '@heed/sdk';
import type { Session } from '../session.js';

/** A message of this person that the backend has not recorded yet. */
export type WaitingMessage = Extract<OutboxEntry, { kind: 'message' }>;

/** What becomes of it. */
export interface Outcome {
  /** A message or a completion is recorded. */
  recorded(entry: OutboxEntry): void;
  /** An alert says something else than what the person did. */
  outdated(alert: string): void;
  changed(): void;
}

/** What the person said on this device, or did, that is not recorded yet. */
export class Waiting {
  readonly #entries = new Map<string, OutboxEntry>();
  /** Ids of alerts that are being put on this device. */
  readonly #acting = new Set<string>();
  /** Ids of alerts of which nothing was taken. */
  readonly #missed = new Set<string>();
  readonly #ends = new AbortController();

  constructor(
    private readonly client: Client,
    private readonly session: Session,
    private readonly outcome: Outcome,
  ) {
    client.outbox.addEventListener('change', this.#heard, { signal: this.#ends.signal });
    void this.#ask();
  }

  /** Listens no longer. */
  close(): void {
    this.#ends.abort();
  }

  /** What waits in a channel, or in one of its threads, in the order in which it was said. */
  in(channel: string, thread?: string): WaitingMessage[] {
    return [...this.#entries.values()]
      .filter((one) => one.kind === 'message')
      .filter(({ body }) => body.channel === channel && body.thread === thread)
      .sort((a, b) => (a.queuedAt < b.queuedAt ? -1 : 1));
  }

  /** What waits to say that an alert is done. */
  done(message: string): { entry?: OutboxEntry | undefined; isActing: boolean; isMissed: boolean } {
    const entry = [...this.#entries.values()].find(
      ({ kind, body }) =>
        kind === 'completion' && (body as { message: string }).message === message,
    );
    return { entry, isActing: this.#acting.has(message), isMissed: this.#missed.has(message) };
  }

  /** Says that what an alert asks is done. One press is one entry. */
  async complete(alert: Message): Promise<void> {
    const { id: message } = alert;
    if (this.#acting.has(message)) return;
    this.#acting.add(message);
    this.#missed.delete(message);
    this.outcome.changed();
    try {
      this.#take(await this.client.outbox.complete(alert, this.session.me?.id));
    } catch {
      this.#missed.add(message);
      // Perhaps somebody else is signed in by now: then this page is about them.
      void this.session.load();
    }
    this.#acting.delete(message);
    this.outcome.changed();
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

  /** Whether it was refused because the alert says something else by now. */
  static isOutdated({ kind, state, error }: OutboxEntry): boolean {
    const { code } = (error ?? {}) as { code?: string };
    return kind === 'completion' && state === 'rejected' && code === 'text-mismatch';
  }

  /** In words, where what waits has not gone through: why, and what to do. */
  static reason(
    { state, error, durable }: OutboxEntry,
    words: Record<'sending' | 'kept' | 'open' | 'later' | 'signIn' | 'denied', string> & {
      refused(reference: string): string;
    },
  ): string {
    if (!error || state === 'sending') return words.sending;
    const { kind, status, requestId, code } = error as IsmsError & Record<string, never>;
    if (state === 'rejected') {
      return status === 403 ? words.denied : words.refused(requestId ?? code ?? kind);
    }
    const next = /auth|isms/.test(kind) ? words.signIn : words.later;
    return `${durable ? words.kept : words.open} ${next}`;
  }

  async #ask(): Promise<void> {
    // Whoever is not known yet has said nothing.
    const entries = await this.client.outbox.entries().catch(() => []);
    if (this.#ends.signal.aborted) return;
    for (const entry of entries)
      if (entry.state !== 'recorded') this.#entries.set(entry.key, entry);
    this.outcome.changed();
  }

  readonly #heard = ({ entry }: OutboxChangeEvent): void => this.#take(entry);

  #take(entry: OutboxEntry): void {
    if (entry.kind !== 'message' && entry.kind !== 'completion') return;
    if (entry.state === 'recorded') {
      this.#entries.delete(entry.key);
      this.outcome.recorded(entry);
    } else this.#entries.set(entry.key, entry);
    if (Waiting.isOutdated(entry))
      this.outcome.outdated((entry.body as { message: string }).message);
    this.outcome.changed();
  }
}
