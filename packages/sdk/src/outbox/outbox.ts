import type {
  AcknowledgementDraft,
  AnswerDraft,
  IncidentDraft,
  MessageDraft,
  ReadingDraft,
  StepDraft,
  TaskDraft,
} from '@heed/contract';
import { createKey } from '../calls.js';
import { loaded } from '../loaded.js';
import type { Transport } from '../transport.js';
import { AuthError } from '../errors/auth-error.js';
import type { DisplayedAlert } from './said.js';
import { OutboxChangeEvent, view, type OutboxEntry, type Row } from './entry.js';
import { Flusher } from './flusher.js';
import { Identity } from './identity.js';
import { Rows } from './rows.js';
import { Sender } from './sender.js';
import { watchPage } from './wake.js';

/**
 * What the person did, kept on this device until the backend has recorded it. Dispatches
 * {@link OutboxChangeEvent} as `change` for entries of the person who is signed in.
 */
export class Outbox extends EventTarget {
  #rows: Rows;
  #identity: Identity;
  #flusher: Flusher;
  #channel: BroadcastChannel | undefined;
  #latest = new Map<string, Row>();
  #leaving = false;
  #waiting = new Map<string, ((entry: OutboxEntry) => void)[]>();

  constructor(transport: Transport, baseUrl: string, memoryOnly: boolean) {
    super();
    const name = `heed-outbox:${baseUrl}`;
    this.#rows = new Rows(name, memoryOnly);
    this.#identity = new Identity(transport, baseUrl);
    const sender = new Sender(transport, this.#identity, baseUrl);
    this.#flusher = new Flusher(this.#rows, this.#identity, sender, name, (row) => this.#tell(row));
    if (this.#rows.shared) {
      try {
        const channel = (this.#channel = new BroadcastChannel(name));
        channel.onmessage = ({ data }: MessageEvent<Row>) => this.#hear(data);
      } catch {
        // Absent, or refused with all site data: other tabs learn of it when they look.
      }
    }
    watchPage(
      () => {
        this.#leaving = false;
        void this.flush();
      },
      () => {
        this.#leaving = true;
        this.#leave();
      },
      this.#flusher.signal,
    );
    void this.flush();
  }

  /**
   * Takes an act. Resolves when it is safely on this device (see `durable`), then sends it by
   * itself until it is recorded or refused for good. The same act is taken once.
   *
   * @param shownTo id of the person whom the statement was shown to: on a shared computer somebody else
   *   may have signed in since, in another tab.
   * @throws IsmsError when it cannot be known whose act it is, or it would be somebody else's; it was not
   *   taken then.
   */
  async acknowledge(draft: AcknowledgementDraft, shownTo?: string): Promise<OutboxEntry> {
    const person = await this.#person(shownTo);
    const act = JSON.stringify([draft.policy, draft.version, draft.statementHash]);
    const same = (await this.#mine(person)).find(
      ({ kind, state, body }) =>
        kind === 'acknowledgement' &&
        state !== 'rejected' &&
        JSON.stringify([body.policy, body.version, body.statementHash]) === act,
    );
    const row = same ?? (await this.#queue(rowOf(person, createKey(), 'acknowledgement', draft)));
    void this.flush();
    return this.#view(row);
  }

  /**
   * Takes the state of a sitting; a newer one of the same session takes its place until it is sent.
   *
   * @param shownTo id of the person whom the text was shown to; refused as for an act.
   */
  async reading(session: string, draft: ReadingDraft, shownTo?: string): Promise<void> {
    const row = rowOf(await this.#person(shownTo), session, 'reading', draft);
    this.#latest.set(session, row);
    if (this.#leaving) this.#leave();
    const kept = await this.#queue(row);
    if (this.#latest.has(session)) this.#latest.set(session, kept);
    void this.#flusher.flush(false);
  }

  /**
   * Takes a message. Resolves when it is safely on this device, then sends it by itself until it is recorded or refused
   * for good: what is said in one channel goes in the order in which it was said. The same message under the same id is
   * taken once.
   *
   * @param id of the message, at random; made here when absent. It is the `key` of the entry.
   * @param shownTo id of the person who wrote it; refused as for an act.
   * @throws RangeError when another message waits under this id, or was refused: dismiss that one first.
   */
  post(id: string | undefined, draft: MessageDraft, shownTo?: string): Promise<OutboxEntry> {
    return this.#say('message', draft, shownTo, id);
  }

  /**
   * Takes that the person did what an alert asks; taken once. Where it says something else by the time this is sent, it
   * is rejected with the code `text-mismatch`: show what it says now, and let them say it again.
   *
   * @param alert as it was displayed.
   * @param shownTo id of the person whom it was shown to; refused as for an act.
   */
  complete(alert: DisplayedAlert, shownTo?: string): Promise<OutboxEntry> {
    return this.#say('completion', alert, shownTo, alert.id);
  }

  /**
   * Takes what is asked of others, as a message is taken.
   *
   * @param id of the task, at random; made here when absent.
   */
  ask(id: string | undefined, draft: TaskDraft, shownTo?: string): Promise<OutboxEntry> {
    return this.#say('task', draft, shownTo, id);
  }

  /**
   * Takes how a task ended for the person, or what else they do with it, as a message is taken: the steps of one task go in
   * the order in which they were taken. Recorded, the entry has the step with its receipt.
   *
   * @param id of the step, at random; made here when absent.
   */
  step(id: string | undefined, draft: StepDraft, shownTo?: string): Promise<OutboxEntry> {
    return this.#say('step', draft, shownTo, id);
  }

  /**
   * Takes a report of an event, an incident or a weakness, as a message is taken. Recorded, the entry has the report with its
   * receipt.
   *
   * @param id of the report, at random; made here when absent.
   */
  report(id: string | undefined, draft: IncidentDraft, shownTo?: string): Promise<OutboxEntry> {
    return this.#say('report', draft, shownTo, id);
  }

  /**
   * Takes an answer in a report, as a message is taken: those of one report go after it, in the order in which they were
   * taken. Recorded, the entry has the answer with its receipt.
   *
   * @param id of the answer, at random; made here when absent.
   */
  answer(id: string | undefined, draft: AnswerDraft, shownTo?: string): Promise<OutboxEntry> {
    return this.#say('answer', draft, shownTo, id);
  }

  /** What the person who is signed in has on this device. */
  async entries(): Promise<OutboxEntry[]> {
    const person = await this.#identity.current();
    return (await this.#mine(person)).map((row) => this.#view(row));
  }

  /** Resolves with the entry when it is recorded or rejected. */
  async settled(key: string): Promise<OutboxEntry> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), resolve]);
      this.#find(key).then((row) => row.state === 'queued' || resolve(view(row)), reject);
    });
  }

  /** Forgets an entry that is recorded or rejected; one that still waits stays. */
  async dismiss(key: string): Promise<void> {
    const row = await this.#find(key);
    await this.#rows.change(row, (now) => (now.state === 'queued' ? now : undefined));
    this.#tell(row);
  }

  /** Sends an entry again now, also one that was rejected. */
  async retry(key: string): Promise<void> {
    const row = await this.#find(key);
    const next = await this.#rows.change(row, (now) =>
      now.state === 'recorded' ? now : { ...now, state: 'queued', error: undefined, retryAt: 0 },
    );
    this.#tell(next ?? row);
    await this.flush();
  }

  /** Tries to send everything that waits; resolves after the attempt. */
  flush(): Promise<void> {
    return this.#flusher.flush(true);
  }

  /** Stops sending and listening; what is queued stays on the device. */
  close(): void {
    this.#flusher.stop();
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** Who is signed in; nobody but the one whom it was shown to, where that is known. */
  async #person(shownTo: string | undefined): Promise<string> {
    const person = await this.#identity.current();
    if (!shownTo || shownTo === person) return person;
    throw new AuthError({
      message: 'Somebody else is signed in by now, so it was not taken. Load the page again.',
    });
  }

  async #queue(row: Row): Promise<Row> {
    const newer = (now: Row) =>
      now.kind === 'reading' && row.kind === 'reading' && now.body.sequence > row.body.sequence;
    const kept = (await this.#rows.change(row, (now) => (newer(now) ? now : row))) ?? row;
    this.#tell(kept);
    return kept;
  }

  async #say<K extends Exclude<Row['kind'], 'acknowledgement' | 'reading'>>(
    kind: K,
    body: BodyOf<K> | DisplayedAlert,
    shownTo: string | undefined,
    key = createKey(),
  ): Promise<OutboxEntry> {
    const row = rowOf(await this.#person(shownTo), key, kind, body as BodyOf<K>);
    const { take } = await loaded(import('./said.js'));
    const kept = await take(this.#rows, row);
    this.#tell(kept);
    void this.flush();
    return this.#view(kept);
  }

  async #mine(person: string): Promise<Row[]> {
    return (await this.#rows.all()).filter((row) => row.person === person);
  }

  async #find(key: string): Promise<Row> {
    const row = (await this.#mine(await this.#identity.current())).find((one) => one.key === key);
    if (!row) throw new RangeError(`This person has no entry ${key} here.`);
    return row;
  }

  #view(row: Row): OutboxEntry {
    return view(row, this.#flusher.sending.has(row.key));
  }

  #tell(row: Row): void {
    this.#channel?.postMessage(row);
    this.#hear(row);
  }

  #hear(row: Row): void {
    if (row.state !== 'queued') this.#latest.delete(row.key);
    if (row.person !== this.#identity.person) return;
    const entry = this.#view(row);
    this.dispatchEvent(new OutboxChangeEvent(entry));
    if (row.state === 'queued') return;
    for (const resolve of this.#waiting.get(row.key) ?? []) resolve(entry);
    this.#waiting.delete(row.key);
  }

  /** The page may be gone in a moment: what was displayed is sent without waiting for anything. */
  #leave(): void {
    for (const row of this.#latest.values()) void this.#flusher.send(row, true);
    this.#latest.clear();
  }
}

type BodyOf<K extends Row['kind']> = Extract<Row, { kind: K }>['body'];

function rowOf<K extends Row['kind']>(person: string, key: string, kind: K, body: BodyOf<K>): Row {
  return {
    key,
    kind,
    person,
    body,
    state: 'queued',
    queuedAt: new Date().toISOString(),
    attempts: 0,
    durable: true,
  } as Row;
}

type Listen = EventTarget['addEventListener'];
type Unlisten = EventTarget['removeEventListener'];

/** Typed listening, so that `event.entry` is known. */
export interface Outbox {
  addEventListener(
    type: 'change',
    listener: (event: OutboxChangeEvent) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(...other: Parameters<Listen>): ReturnType<Listen>;
  removeEventListener(type: 'change', listener: (event: OutboxChangeEvent) => void): void;
  removeEventListener(...other: Parameters<Unlisten>): ReturnType<Unlisten>;
}
