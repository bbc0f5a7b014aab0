import type { Mark } from './mark.js';
import { marksKey } from '../marked.js';

/**
 * The marks of one person in one policy, in the storage of the host's origin on this device. They never leave it: no
 * request carries them, and whoever else signs in here is shown their own.
 */
export class Shelf {
  readonly #key: string;

  constructor(person: string, policy: string) {
    this.#key = `${marksKey}${JSON.stringify([person, policy])}`;
  }

  /** What is kept, in the order it was made; nothing where the browser refuses to remember. */
  read(): readonly Mark[] {
    try {
      return (JSON.parse(localStorage.getItem(this.#key) ?? '[]') as Mark[]).filter(isMark);
    } catch {
      return [];
    }
  }

  /** Keeps these in place of what was kept; false where the browser refuses. */
  write(marks: readonly Mark[]): boolean {
    try {
      if (marks.length) localStorage.setItem(this.#key, JSON.stringify(marks));
      else localStorage.removeItem(this.#key);
      return true;
    } catch {
      return false;
    }
  }

  /** Whether an event of the storage, from another tab, is about these. */
  concerns({ key }: StorageEvent): boolean {
    return key === this.#key || key === null;
  }
}

const isMark = (one: Partial<Mark>): boolean =>
  [one.id, one.section, one.text, one.note, one.language].every(
    (value) => typeof value === 'string',
  ) && typeof one.start === 'number';
