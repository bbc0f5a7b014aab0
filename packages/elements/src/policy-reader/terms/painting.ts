/** The names under which the styles know what is painted, and above what. */
const priorities = { 'isms-term': -3, 'isms-term-gone-to': -1 };

/** Underlines terms in the text, which itself stays as it is. Browsers that cannot do it show nothing. */
export class Painting {
  #painted: [name: keyof typeof priorities, range: AbstractRange][] = [];

  /** Whether this browser can. */
  static readonly isPossible = 'highlights' in CSS && typeof Highlight !== 'undefined';

  /** Underlines this, too; `gone-to` frames it as what somebody looked for. */
  add(range: AbstractRange, name: keyof typeof priorities = 'isms-term'): void {
    if (!Painting.isPossible) return;
    // Several readers of a page share a name, as the browser has one list of them.
    const all = CSS.highlights.get(name) ?? new Highlight();
    all.priority = priorities[name];
    CSS.highlights.set(name, all.add(range));
    this.#painted.push([name, range]);
  }

  /** Takes the paint away; all of it, or what somebody has gone to. */
  clear(only?: keyof typeof priorities): void {
    const gone = this.#painted.filter(([name]) => !only || only === name);
    for (const [name, range] of gone) CSS.highlights.get(name)?.delete(range);
    this.#painted = this.#painted.filter((one) => !gone.includes(one));
  }
}
