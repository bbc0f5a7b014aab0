import type { Client, IsmsError, OutboxChangeEvent, OutboxEntry, StepDraft } from '@heed/sdk';
import type { Session } from '../session.js';
import type { Words } from './task-list.strings.js';

/** A step of this person that the backend has not recorded yet. */
export type WaitingStep = Extract<OutboxEntry, { kind: 'step' }>;

/** What becomes of it. */
export interface Outcome {
  recorded(entry: WaitingStep): void;
  /** Nothing is asked of the person there any more. */
  outdated(): void;
  changed(): void;
}

/** One way of doing something: with a task, and with the part of one person in it. */
export type Act = Pick<StepDraft, 'task' | 'kind' | 'person'>;

const nameOf = ({ task, kind, person }: Act): string => [task, kind, person].join(' ');

/** What the person does with tasks on this device, until it is recorded. */
export class Acts {
  readonly #entries = new Map<string, WaitingStep>();
  /** What is being put on this device. */
  readonly #acting = new Set<string>();
  /** That of which nothing was taken. */
  readonly #missed = new Set<string>();
  readonly #ends = new AbortController();
  /** Settles when it is known what waits. */
  readonly known: Promise<void>;

  constructor(
    private readonly client: Client,
    private readonly session: Session,
    private readonly outcome: Outcome,
    /** Whether it is shown here. */
    private readonly isOwn: (entry: WaitingStep) => boolean,
  ) {
    client.outbox.addEventListener('change', this.#heard, { signal: this.#ends.signal });
    this.known = this.#ask();
  }

  /** Listens no longer. */
  close(): void {
    this.#ends.abort();
  }

  /** Ids of the tasks with something that waits or was refused. */
  get tasks(): ReadonlySet<string> {
    return new Set([...this.#entries.values()].map(({ body }) => body.task));
  }

  /** Whether something that was done there did not go through and is sent later. */
  isKept(task: string): boolean {
    return this.of(task).some((entry) => entry.state === 'queued' && isStuck(entry));
  }

  /** What waits to say how a task ended. */
  ending(task: string): WaitingStep | undefined {
    return this.of(task).find(({ body }) => body.kind !== 'comment');
  }

  /** Everything that waits to be recorded of a task, in the order in which it was done. */
  of(task: string): WaitingStep[] {
    return [...this.#entries.values()]
      .filter(({ body }) => body.task === task)
      .sort((a, b) => (a.queuedAt < b.queuedAt ? -1 : 1));
  }

  isActing(act: Act): boolean {
    return this.#acting.has(nameOf(act));
  }

  isMissed(act: Act): boolean {
    return this.#missed.has(nameOf(act));
  }

  /** Takes a step; false when it was not taken. One press is one step. */
  async take(draft: StepDraft): Promise<boolean> {
    const act = nameOf(draft);
    if (this.#acting.has(act)) return false;
    this.#acting.add(act);
    this.#missed.delete(act);
    this.outcome.changed();
    let isTaken = true;
    try {
      await this.client.outbox.step(undefined, draft, this.session.me?.id);
    } catch {
      isTaken = false;
      this.#missed.add(act);
      // Perhaps somebody else is signed in by now: then this page is about them.
      void this.session.load();
    }
    this.#acting.delete(act);
    this.outcome.changed();
    return isTaken;
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
    // Whoever is not known yet has done nothing.
    const entries = await this.client.outbox.entries().catch(() => []);
    if (this.#ends.signal.aborted) return;
    for (const entry of entries)
      if (this.#isHere(entry) && entry.state !== 'recorded') this.#entries.set(entry.key, entry);
    this.outcome.changed();
  }

  #isHere(entry: OutboxEntry): entry is WaitingStep {
    return entry.kind === 'step' && this.isOwn(entry);
  }

  readonly #heard = ({ entry }: OutboxChangeEvent): void => this.#take(entry);

  #take(entry: OutboxEntry): void {
    if (!this.#isHere(entry)) return;
    const before = this.#entries.get(entry.key);
    if (entry.state === 'recorded') {
      this.#entries.delete(entry.key);
      this.outcome.recorded(entry);
    } else this.#entries.set(entry.key, entry);
    if (isNotOpen(entry) && before?.state !== 'rejected') this.outcome.outdated();
    this.outcome.changed();
  }
}

/** Whether it is about the part of the person who did it; what only they do who ask is shown where they do it. */
export const isAboutOwn = ({ body, person }: WaitingStep): boolean =>
  /^(done|declined)$/.test(body.kind) || (body.kind === 'comment' && body.person === person);

/** Whether it was refused because nothing is asked of the person there any more. */
const isNotOpen = ({ state, error }: OutboxEntry): boolean =>
  state === 'rejected' && error?.kind === 'problem' && error.code === 'task-not-open';

/** Whether what waits has not gone through, so that the person may do something about it. */
export const isStuck = ({ state, error }: OutboxEntry): boolean => !!error && state !== 'sending';

/** In words, what becomes of what waits: where it has not gone through why, and what to do. */
export function reasonOf(entry: OutboxEntry, words: Words): string {
  const { state, error, durable } = entry;
  if (!isStuck(entry)) return words.sending;
  const { kind, status, requestId, code } = error as IsmsError & Record<string, never>;
  if (isNotOpen(entry)) return words.notOpen;
  if (state === 'rejected')
    return status === 403 ? words.denied : words.refused(requestId ?? code ?? kind);
  const next = /auth|isms/.test(kind) ? words.signIn : words.later;
  return `${durable ? words.kept : words.unsafe} ${next}`;
}
