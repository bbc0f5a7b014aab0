import { Draft } from '../writing/draft.js';

/** What the person writes, by task: it is there until it waits to be sent, whatever becomes of the list and of the page. */
export class Written<T extends Record<keyof T, string>> {
  readonly #drafts = new Map<string, T>();

  constructor(
    private readonly none: T,
    /** Id of the person who is signed in. */
    private readonly person: () => string | undefined,
    /** Tells it from what else is written about the same task. */
    private readonly place: string,
    private readonly changed: () => void,
  ) {}

  of(task: string): T {
    const known = this.#drafts.get(task);
    if (known) return known;
    const draft = { ...this.none, ...this.#kept(task)?.read() };
    if (this.person()) this.#drafts.set(task, draft);
    return draft;
  }

  write(task: string, more: Partial<T>): void {
    const draft = { ...this.of(task), ...more };
    this.#drafts.set(task, draft);
    this.#kept(task)?.write(Object.values(draft).some(Boolean) ? draft : undefined);
    this.changed();
  }

  /** On this device; nowhere while it is not known whose it is. */
  #kept(task: string): Draft<T> | undefined {
    const person = this.person();
    return person === undefined ? undefined : new Draft<T>(person, this.place, task);
  }
}
