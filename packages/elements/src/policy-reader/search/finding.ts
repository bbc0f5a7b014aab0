import { hitsIn } from './folding.js';
import type { SectionText } from './section-text.js';

/** Milliseconds of work after which the page gets its turn: half of a frame. */
const slice = 8;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A place where the query stands. */
export interface Hit {
  /** The number of its section. */
  section: number;
  /** Offsets in the text of the section. */
  start: number;
  end: number;
}

/** Looks through a document, section by section, without holding up the page. */
export class Finding {
  readonly #texts: SectionText[] = [];
  #asked = 0;

  constructor(
    private readonly sections: number,
    /** The text of a section, which is put on the page for that where it is not there yet. */
    private readonly read: (section: number) => SectionText,
  ) {}

  /** The text of a section. */
  text(section: number): SectionText {
    return (this.#texts[section] ??= this.read(section));
  }

  /**
   * All hits of a folded query in the order of the text, after a pause; nothing when a newer query has
   * taken its place.
   */
  async find(query: string, pause: number): Promise<Hit[] | undefined> {
    const asked = ++this.#asked;
    const hits: Hit[] = [];
    await after(pause);
    if (asked !== this.#asked) return undefined;
    let until = performance.now() + slice;
    for (let section = 0; section < this.sections; section++) {
      if (performance.now() > until) {
        await after(0);
        if (asked !== this.#asked) return undefined;
        until = performance.now() + slice;
      }
      for (const [start, end] of hitsIn(this.text(section).folded, query)) {
        hits.push({ section, start, end });
      }
    }
    // What is done with them is work, too.
    await after(0);
    return asked === this.#asked ? hits : undefined;
  }

  /** Leaves what is being looked for. */
  stop(): void {
    this.#asked++;
  }
}
