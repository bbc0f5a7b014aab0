/**
 * What one person is writing in one place, in the storage of the host's origin on this device. It leaves it when it is
 * sent, and whoever else signs in here is shown their own.
 */
export class Draft<T extends Record<keyof T, string>> {
  readonly #key: string;

  /** @param place tells it from everything else that the person may be writing. */
  constructor(person: string, ...place: unknown[]) {
    this.#key = `isms-draft:${JSON.stringify([person, ...place])}`;
  }

  /** What is kept; nothing where the browser refuses to remember. */
  read(): Partial<T> {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key) ?? '{}') as Record<string, unknown>;
      const texts = Object.entries(kept).filter(([, value]) => typeof value === 'string');
      return Object.fromEntries(texts) as Partial<T>;
    } catch {
      return {};
    }
  }

  /** Keeps this in place of what was kept, or nothing; false where the browser refuses. */
  write(written: T | undefined): boolean {
    try {
      if (written) localStorage.setItem(this.#key, JSON.stringify(written));
      else localStorage.removeItem(this.#key);
      return true;
    } catch {
      return false;
    }
  }
}
