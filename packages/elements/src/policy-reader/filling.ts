import type { Gate } from '../foreign-html.js';
import type { Sections } from './sections.js';

/** Words that fill more than a screen or two. */
export const someWords = 1500;

const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 16));

/**
 * Puts the bodies of the sections on the page: the first ones at once, the rest while nothing else is
 * to do, so that a document of a megabyte opens like a short one and is still whole for assistive
 * technology, printing and the browser's own search.
 */
export class Filling {
  /** Grows whenever sections get other bodies. */
  revision = 0;
  /** What else is done to a body before it comes onto the page. */
  dress: ((body: DocumentFragment) => void) | undefined;
  #sections: Sections | undefined;
  #filled = new Set<number>();
  #gate: Gate | undefined;
  #revised: ReadonlyMap<number, DocumentFragment> = new Map();

  constructor(
    /** The address of another policy's section, for links between policies. */
    readonly address: (policy: string, section: string) => string,
    /** What a table is called that has no caption. */
    private readonly tableName: () => string,
  ) {}

  /** Begins with a new document, at the section the person is likely to be at. */
  begin(gate: Gate, sections: Sections, at = 0): void {
    this.#gate = gate;
    this.#sections = sections;
    this.#filled = new Set();
    this.#revised = new Map();
    this.dress = undefined;
    let words = 0;
    const order = [...sections.texts.keys()];
    // Near the end, what stands before it fills the screen.
    for (const i of [...order.slice(at), ...order.slice(0, at).reverse()]) {
      if (words >= someWords) break;
      this.fill(i);
      words += sections.texts[i]!.words + 20;
    }
    // What is on the screen by now is drawn before.
    setTimeout(() => this.#rest(sections, 0), 50);
  }

  /** Makes sure that a section has its text. */
  fill(index: number): void {
    const section = this.#sections?.texts[index];
    if (!section || this.#filled.has(index)) return;
    this.#filled.add(index);
    const fragment = this.#revised.get(index) ?? this.#gate!(section.html);
    for (const link of fragment.querySelectorAll<HTMLAnchorElement>('a[href]')) this.#link(link);
    for (const table of fragment.querySelectorAll('table')) this.#wrap(table);
    this.dress?.(fragment);
    this.#sections!.body(index).replaceChildren(fragment);
  }

  /** Shows other bodies for some sections, by number, in place of those of an earlier call. */
  revise(bodies: ReadonlyMap<number, DocumentFragment>): void {
    const touched = [...this.#revised.keys(), ...bodies.keys()];
    this.#revised = bodies;
    this.revision++;
    for (const index of touched) {
      if (this.#filled.delete(index)) this.fill(index);
    }
  }

  /** Makes sure that every section has its text, for a page that is about to be printed. */
  fillAll(): void {
    this.#sections?.texts.forEach((_, i) => this.fill(i));
  }

  #rest(sections: Sections, from: number): void {
    idle(() => {
      if (sections !== this.#sections) return;
      const until = performance.now() + 8;
      const { length } = sections.texts;
      let i = from;
      // Where all stands is known first, so that what scrolls is as long as it will be.
      if (sections.make(0).length < length) sections.make();
      else while (i < length && performance.now() < until) this.fill(i++);
      if (i < length) this.#rest(sections, i);
    });
  }

  #link(link: HTMLAnchorElement): void {
    const href = link.getAttribute('href')!;
    const [, policy, section = ''] = /^policy:([^#]+)#?(.*)$/.exec(href) ?? [];
    if (policy) {
      link.href = this.address(policy, section);
      link.dataset['policy'] = policy;
      link.dataset['section'] = section;
    } else if (!href.startsWith('#')) {
      link.rel = 'noopener noreferrer';
    }
  }

  /** A wide table scrolls by itself and never widens the page. */
  #wrap(table: HTMLTableElement): void {
    const region = document.createElement('div');
    region.className = 'scroll';
    region.role = 'region';
    region.tabIndex = 0;
    region.ariaLabel = table.caption?.textContent?.trim() || this.tableName();
    table.replaceWith(region);
    region.append(table);
  }
}
