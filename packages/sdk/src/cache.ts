/** The text of an answer and what is needed to ask whether it still holds. */
export interface Kept {
  text: string;
  etag: string | null;
  /** The answer never changes: no need to ask again. */
  immutable: boolean;
}

const MOST_ANSWERS = 100;
const MOST_CHARACTERS = 8_000_000;

/**
 * Answers to GET requests, in memory. Holds those of one token at a time, so that nothing that was
 * shown to one person is ever given to the next.
 */
export class Cache {
  #token: string | undefined;
  #kept = new Map<string, Kept>();
  #characters = 0;

  /** What is kept under the address for the holder of the token. */
  get(token: string | undefined, url: string): Kept | undefined {
    if (token !== this.#token) this.clear(token);
    return this.#kept.get(url);
  }

  /** Keeps an answer, unless the token has changed since it was asked for. */
  set(token: string | undefined, url: string, kept: Kept): void {
    if (token !== this.#token) return;
    this.#drop(url);
    this.#kept.set(url, kept);
    this.#characters += kept.text.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_ANSWERS && this.#characters <= MOST_CHARACTERS) break;
      this.#drop(oldest);
    }
  }

  /** Forgets everything and serves the holder of this token from now on. */
  clear(token?: string): void {
    this.#token = token;
    this.#kept.clear();
    this.#characters = 0;
  }

  #drop(url: string): void {
    this.#characters -= this.#kept.get(url)?.text.length ?? 0;
    this.#kept.delete(url);
  }
}
