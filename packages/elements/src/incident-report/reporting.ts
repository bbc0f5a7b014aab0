import type {
  Client,
  IncidentDraft,
  IncidentRecorded,
  IsmsError,
  OutboxChangeEvent,
  OutboxEntry,
} from '@heed/sdk';
import type { Session } from '../session.js';

/** Milliseconds until what this page alone has is sent once more. */
const patience = 10_000;

/** A report on its way: `recorded` only with its receipt in hand. */
export interface Told {
  /** Id of the report. */
  readonly key: string;
  readonly body: IncidentDraft;
  state: 'sending' | 'queued' | 'rejected' | 'recorded';
  /** Whether it is on the device; if not, it is lost when the page is closed before it is recorded. */
  durable: boolean;
  error?: IsmsError | undefined;
  recorded?: IncidentRecorded | undefined;
  /** Sends it, where this page alone has it. */
  readonly send?: (() => Promise<IncidentRecorded>) | undefined;
  /** Nobody is told who reports it. */
  readonly isAnonymous?: boolean;
}

/** What becomes of it. */
export interface Outcome {
  recorded(told: Told, recorded: IncidentRecorded): void;
  changed(): void;
}

type WaitingReport = Extract<OutboxEntry, { kind: 'report' }>;

/** What the person reports on this device, until it is recorded. */
export class Reporting {
  /** The report that was sent here last. */
  current: Told | undefined;
  readonly #told = new Map<string, Told>();
  readonly #ends = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: Client,
    private readonly session: Session,
    private readonly outcome: Outcome,
  ) {
    const { signal } = this.#ends;
    client.outbox.addEventListener('change', this.#heard, { signal });
    globalThis.addEventListener('online', this.#again, { signal });
    void this.#ask();
  }

  /** Listens and sends no longer. */
  close(): void {
    this.#ends.abort();
    clearTimeout(this.#timer);
  }

  /** Reports of earlier visits that are not recorded. */
  get waiting(): readonly Told[] {
    return [...this.#told.values()].filter((one) => one !== this.current && !one.recorded);
  }

  /** Takes a report onto this device, and sends it from there; false when it was not taken. */
  async take(body: IncidentDraft): Promise<boolean> {
    try {
      const entry = await this.client.outbox.report(undefined, body, this.session.me?.id);
      this.#take(entry as WaitingReport);
      this.current = this.#told.get(entry.key) ?? this.current;
      this.outcome.changed();
      return true;
    } catch {
      // Perhaps somebody else is signed in by now: then this page is about them.
      void this.session.load();
      return false;
    }
  }

  /** Sends a report from this page, which alone has it: nothing is left on the device. */
  hold(told: Pick<Told, 'key' | 'body' | 'send' | 'isAnonymous'>): void {
    this.current = { ...told, state: 'sending', durable: false };
    void this.#send(this.current);
  }

  /** Sends one again now. */
  retry(told: Told): void {
    if (told.send) void this.#send(told);
    else void this.client.outbox.retry(told.key).catch(() => this.session.load());
  }

  /** Forgets one that was refused, or that is done. */
  async dismiss(told: Told): Promise<void> {
    if (!told.send) await this.client.outbox.dismiss(told.key).catch(() => undefined);
    this.#told.delete(told.key);
    if (this.current === told) this.current = undefined;
    this.outcome.changed();
  }

  async #ask(): Promise<void> {
    // Whoever is not known yet has reported nothing.
    const entries = await this.client.outbox.entries().catch(() => []);
    if (this.#ends.signal.aborted) return;
    for (const entry of entries) if (entry.kind === 'report') this.#take(entry);
  }

  readonly #heard = ({ entry }: OutboxChangeEvent): void => {
    if (entry.kind === 'report') this.#take(entry);
  };

  #take({ key, body, state, durable, error, report }: WaitingReport): void {
    const told: Told = this.#told.get(key) ?? { key, body, state, durable };
    // What is dismissed is told once more.
    if (told.recorded) return;
    Object.assign(told, { state, durable, error, recorded: report });
    this.#told.set(key, told);
    if (report) {
      // The text need not stay on the device for longer.
      void this.client.outbox.dismiss(key).catch(() => undefined);
      this.outcome.recorded(told, report);
    }
    this.outcome.changed();
  }

  readonly #again = (): void => {
    const { current } = this;
    if (current?.send && current.state === 'queued') void this.#send(current);
  };

  async #send(told: Told): Promise<void> {
    clearTimeout(this.#timer);
    this.#become(told, { state: 'sending', error: undefined });
    try {
      const recorded = await told.send!();
      if (this.#ends.signal.aborted) return;
      this.#become(told, { state: 'recorded', recorded });
      this.outcome.recorded(told, recorded);
    } catch (thrown) {
      if (this.#ends.signal.aborted) return;
      const error = thrown as IsmsError;
      this.#become(told, { state: isFinal(error) ? 'rejected' : 'queued', error });
      if (told.state === 'queued') this.#timer = setTimeout(this.#again, patience);
    }
  }

  #become(told: Told, more: Partial<Told>): void {
    Object.assign(told, more);
    this.outcome.changed();
  }
}

/** Whether the backend does not take it, now or later. */
const isFinal = (error: IsmsError): boolean =>
  error.kind === 'problem' && error.status < 500 && ![401, 408, 429].includes(error.status);
