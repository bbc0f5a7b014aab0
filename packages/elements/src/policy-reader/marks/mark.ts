import type { Place } from '@heed/sdk';
import { offsetIn, textOf, texts } from '../place.js';

/** What somebody has marked in a text, for themselves. */
export interface Mark {
  readonly id: string;
  /** Number of the version it was made in. */
  readonly version: number;
  /** BCP 47, of the text. */
  readonly language: string;
  /** Id of the section. */
  readonly section: string;
  /** Where it began in the text of the section, in characters. */
  readonly start: number;
  /** The words marked, as they stood there. */
  readonly text: string;
  /** What the person wrote about them; empty for a highlight alone. */
  readonly note: string;
  /** RFC 3339 UTC, the clock of the device. */
  readonly at: string;
}

/** The place a mark is at: where its words were, and what they are. */
export const placeOf = ({ section, start, text }: Mark): Place => ({
  section,
  offset: start,
  quote: text,
});

/** The nodes of a section from one character to another. */
export function rangeIn(section: Element, start: number, end: number): Range {
  const range = new Range();
  range.selectNodeContents(section);
  let passed = 0;
  let began = false;
  for (const node of texts(section)) {
    const to = passed + node.length;
    if (!began && start < to) {
      range.setStart(node, start - passed);
      began = true;
    }
    if (end <= to) {
      range.setEnd(node, end - passed);
      break;
    }
    passed = to;
  }
  return range;
}

/** Where the words of a mark stand in a section; nothing where they do not. */
export function rangeOf(section: Element, mark: Mark): Range | undefined {
  const at = offsetIn(textOf(section), placeOf(mark));
  return at === undefined ? undefined : rangeIn(section, at, at + mark.text.length);
}

/** The part of a range that lies in a section, by its characters; nothing where there is none. */
export function partIn(section: Element, range: Range): [start: number, end: number] | undefined {
  let passed = 0;
  let start: number | undefined;
  let end = 0;
  for (const node of texts(section)) {
    if (range.intersectsNode(node)) {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      if (to > from) {
        start ??= passed + from;
        end = passed + to;
      }
    }
    passed += node.length;
  }
  return start === undefined ? undefined : [start, end];
}
