import { Draft } from './draft.js';
import { isTold, type Telling } from './telling.js';

/** Milliseconds of silence after which what is written is kept. */
const pause = 300;

/** Keeps what is being told on this device, as long as that is wanted. */
export class Keeping {
  /** Whether what is written survives the page. */
  isKept = false;
  #draft: Draft | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Telling | undefined;

  constructor(private readonly changed: () => void) {
    // Phones close pages without a word.
    addEventListener('pagehide', () => this.flush());
  }

  /** Begins with what this person has told here before; nothing where there is none, or nothing can be kept. */
  async open(name: string, person: string): Promise<Telling | undefined> {
    const draft = (this.#draft = new Draft(name, person));
    const isAble = !!globalThis.crypto.subtle && 'indexedDB' in globalThis;
    const told = isAble ? await draft.read() : undefined;
    if (draft !== this.#draft) return undefined;
    this.isKept = isAble;
    this.changed();
    return told;
  }

  /** Whoever it was is not here any more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#draft = this.#last = undefined;
    this.isKept = false;
  }

  /** Keeps it, once there is a pause in the writing. */
  keep(telling: Telling): void {
    this.#last = telling;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), pause);
  }

  /** Forgets what was kept, and what was about to be. */
  async wipe(): Promise<void> {
    clearTimeout(this.#timer);
    this.#last = undefined;
    await this.#draft?.wipe();
  }

  /** Keeps what was written last without waiting for a pause. */
  flush(): void {
    clearTimeout(this.#timer);
    const telling = this.#last;
    const draft = this.#draft;
    this.#last = undefined;
    if (!telling || !draft) return;
    if (!isTold(telling)) return void draft.wipe();
    void draft.write(telling).then((isKept) => {
      if (draft !== this.#draft || isKept === this.isKept) return;
      this.isKept = isKept;
      this.changed();
    });
  }
}
