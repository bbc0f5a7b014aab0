/** The name under which the styles know what is marked. */
const name = 'isms-mark';

/** Paints marks over the text, which itself stays as it is. Browsers that cannot do it show nothing. */
export class Painting {
  #painted: readonly AbstractRange[] = [];

  /** Paints these in place of those before; several readers of a page share the browser's one list. */
  paint(ranges: readonly AbstractRange[]): void {
    if (!('highlights' in CSS) || typeof Highlight === 'undefined') return;
    const all = CSS.highlights.get(name) ?? new Highlight();
    // What is searched for and what is spoken stays to be seen.
    all.priority = -2;
    CSS.highlights.set(name, all);
    for (const range of this.#painted) all.delete(range);
    for (const range of ranges) all.add(range);
    this.#painted = ranges;
  }
}
