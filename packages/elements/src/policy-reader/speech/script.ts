import type { Place, Section } from '@heed/sdk';
import { quoteAt, textOf } from '../place.js';
import type { TextLayout } from '../text-layout.js';
import { sentencesIn, type Sentence } from './sentences.js';

/** A sentence by the number of its section and its own number there. */
export interface Spot {
  section: number;
  sentence: number;
}

/** The sentences of a document, read section by section as they are reached. */
export class Script {
  #read: (readonly Sentence[])[] = [];

  constructor(
    private readonly layout: TextLayout,
    private readonly elements: readonly HTMLElement[],
    private readonly sections: readonly Section[],
    private readonly language: string,
  ) {}

  /** The sentences of a section, which is put on the page for that where it is not there yet. */
  of(section: number): readonly Sentence[] {
    if (!this.#read[section]) {
      this.layout.filling.fill(section);
      this.#read[section] = sentencesIn(this.elements[section]!, this.language);
    }
    return this.#read[section];
  }

  /** What is spoken at a spot. */
  at({ section, sentence }: Spot): Sentence {
    return this.of(section)[sentence]!;
  }

  /** The sentence at a place, or the first after it. */
  from(place: Place | undefined): Spot | undefined {
    const found = this.sections.findIndex(({ id }) => id === place?.section);
    const section = Math.max(0, found);
    const after = this.of(section).findIndex(({ offset }) => offset > (place?.offset ?? 0));
    const sentence = after < 0 ? this.of(section).length - 1 : Math.max(0, after - 1);
    return sentence < 0 ? this.next({ section, sentence }, 1) : { section, sentence };
  }

  /** The spot before or after another one. */
  next({ section, sentence }: Spot, by: 1 | -1): Spot | undefined {
    if (this.of(section)[sentence + by]) return { section, sentence: sentence + by };
    for (let at = section + by; at >= 0 && at < this.sections.length; at += by) {
      const { length } = this.of(at);
      if (length) return { section: at, sentence: by > 0 ? 0 : length - 1 };
    }
    return undefined;
  }

  /** Where a spot is, as the reader knows places. */
  place(spot: Spot): Place {
    const { offset } = this.at(spot);
    const quote = quoteAt(textOf(this.elements[spot.section]!), offset);
    return { section: this.sections[spot.section]!.id, offset, quote };
  }

  /** The words on the page are others. */
  forget(): void {
    this.#read = [];
  }
}
