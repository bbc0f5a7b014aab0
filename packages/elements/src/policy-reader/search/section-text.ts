import { fold, interruption, type Folded } from './folding.js';

/** Elements whose text runs on in the line around them. */
const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em i img ins kbd mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** The text of a section as it stands on the page: what is looked through, and where it is. */
export class SectionText {
  /** What `textContent` says. */
  text = '';
  readonly folded: Folded;
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];
  readonly #breaks = new Map<number, string>();

  constructor(section: Element) {
    this.#read(section);
    this.folded = fold(this.text, this.#breaks);
  }

  /** The nodes from one offset to another. */
  range(start: number, end: number): StaticRange {
    const first = this.#at(start);
    const last = this.#at(end - 1);
    return new StaticRange({
      startContainer: this.#nodes[first]!,
      startOffset: start - this.#starts[first]!,
      endContainer: this.#nodes[last]!,
      endOffset: end - this.#starts[last]!,
    });
  }

  /** Where the line around two offsets begins and ends. */
  line(start: number, end: number): [number, number] {
    let from = 0;
    for (const at of this.#breaks.keys()) {
      if (at <= start) from = at;
      else if (at >= end) return [from, at];
    }
    return [from, this.text.length];
  }

  /** The text from one offset to another in one line. */
  read(start: number, end: number): string {
    let from = start;
    let read = '';
    for (const at of this.#breaks.keys()) {
      if (at <= from || at >= end) continue;
      read += `${this.text.slice(from, at)} `;
      from = at;
    }
    return (read + this.text.slice(from, end)).replace(/\s+/g, ' ');
  }

  #read(parent: Element): void {
    for (const node of parent.childNodes) {
      if (node instanceof Text) {
        this.#nodes.push(node);
        this.#starts.push(this.text.length);
        this.text += node.data;
      } else if (node instanceof Element) {
        const runsOn = inline.has(node.localName);
        if (!runsOn) this.#break(node.localName);
        this.#read(node);
        if (!runsOn) this.#break(node.localName);
      }
    }
  }

  #break(name: string): void {
    const at = this.text.length;
    if (name !== 'br') this.#breaks.set(at, interruption);
    else if (!this.#breaks.has(at)) this.#breaks.set(at, ' ');
  }

  /** The last node that begins at or before an offset. */
  #at(offset: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
