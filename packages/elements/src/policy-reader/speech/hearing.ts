import type { ReadingSession } from '../reading-session.js';

/** Seconds spoken between two reports. */
const reportEvery = 10;

/** What of a document was spoken in one sitting. It claims nothing about who listened. */
export class Hearing {
  readonly #sentences = new Map<string, Set<number>>();
  readonly #seconds = new Map<string, number>();
  readonly #whole = new Set<string>();
  #unsent = 0;

  constructor(readonly session: ReadingSession) {}

  /** Sections of which every sentence was spoken to its end. */
  get sections(): number {
    return this.#whole.size;
  }

  /** Seconds of speaking. */
  get seconds(): number {
    return [...this.#seconds.values()].reduce((sum, one) => sum + one, 0);
  }

  /** Seconds of a section were spoken. */
  spent(section: string, seconds: number): void {
    this.#seconds.set(section, (this.#seconds.get(section) ?? 0) + seconds);
    this.#unsent += seconds;
  }

  /** A sentence, one of so many of its section, was spoken to its end. */
  said(section: string, sentence: number, of: number): void {
    const said = this.#sentences.get(section) ?? new Set();
    this.#sentences.set(section, said.add(sentence));
    if (said.size >= of) this.#whole.add(section);
    if (this.#unsent >= reportEvery) this.report();
  }

  /** Sentences have other numbers from now on. */
  renumber(): void {
    this.#sentences.clear();
  }

  /** Sends what was spoken so far, when there is something new. */
  report(): void {
    if (!this.#unsent || !this.#whole.size) return;
    this.#unsent = 0;
    const sections = [...this.#whole].map((id) => ({
      id,
      seconds: Math.round(this.#seconds.get(id) ?? 0),
    }));
    this.session.reportAs('speech', sections);
  }
}
