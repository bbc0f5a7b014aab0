import type { Term } from '@heed/sdk';
import type { Spelt } from './spellings.js';

/** A term in the language of the text. */
export interface Entry extends Spelt {
  readonly name: string;
  readonly meaning: string;
  /** The policy that says more. */
  readonly policy: Term['policy'];
}

/** The first place of a term in a section. */
export interface Occurrence {
  readonly entry: Entry;
  readonly section: HTMLElement;
  readonly range: StaticRange;
}

/** What is to be looked up in a text of this policy. */
export function entriesOf(terms: readonly Term[], policy: string): Entry[] {
  return terms.flatMap(({ texts, policy: more }) => {
    const [text] = Object.values(texts);
    if (!text) return [];
    const { name, also, meaning } = text;
    // Who reads the policy already is not sent to it.
    return {
      name,
      meaning,
      spellings: [name, ...also],
      policy: more?.id === policy ? undefined : more,
    };
  });
}

/** A range that tells where it is on the page. */
export function liveRange({ range }: Occurrence): Range {
  const live = new Range();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}
