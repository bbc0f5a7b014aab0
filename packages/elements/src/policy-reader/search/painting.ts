/** The names under which the styles know what is painted. */
const all = 'isms-hit';
const one = 'isms-current-hit';

/** Painted ranges by name; several readers of a page share a name, as the browser has one list of them. */
function highlight(name: string, priority: number): Highlight {
  const found = CSS.highlights.get(name);
  if (found) return found;
  const made = new Highlight();
  made.priority = priority;
  CSS.highlights.set(name, made);
  return made;
}

/** Paints hits over the text, which itself stays as it is. Browsers that cannot do it show nothing. */
export class Painting {
  #painted: [name: string, range: AbstractRange][] = [];

  /** Paints these ranges in place of what was painted, one of them as the current. */
  paint(ranges: readonly AbstractRange[], current?: AbstractRange): void {
    this.clear();
    if (!('highlights' in CSS) || typeof Highlight === 'undefined') return;
    for (const range of ranges) this.#add(all, 0, range);
    if (current) this.#add(one, 1, current);
  }

  /** Takes the paint away. */
  clear(): void {
    for (const [name, range] of this.#painted) CSS.highlights.get(name)?.delete(range);
    this.#painted = [];
  }

  #add(name: string, priority: number, range: AbstractRange): void {
    highlight(name, priority).add(range);
    this.#painted.push([name, range]);
  }
}
