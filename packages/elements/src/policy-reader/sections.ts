import type { Section } from '@heed/sdk';

/**
 * The sections of a document as elements, each with an empty body that is filled apart. The ones that a page
 * opens with are made at once, the rest of thousands when they are needed.
 */
export class Sections {
  /** The first one, for the page. */
  readonly fragment = new DocumentFragment();
  /** What else is done to an element before it comes onto the page. */
  dress: ((element: HTMLElement, index: number) => void) | undefined;
  readonly #made: HTMLElement[] = [];
  readonly #highest: number;

  constructor(
    readonly texts: readonly Section[],
    /** Of the headings of the highest rank. */
    private readonly level: number,
  ) {
    this.#highest = Math.min(...texts.filter(({ title }) => title).map(({ level: one }) => one));
    // The others come after it, wherever that is by then.
    this.make(Math.min(1, texts.length));
  }

  /** Makes sure that so many are there; gives all that are, in order. */
  make(count = this.texts.length): readonly HTMLElement[] {
    const made = this.#made;
    if (made.length >= count) return made;
    const last = made.at(-1);
    const more = new DocumentFragment();
    for (let i = made.length; i < count; i++) {
      const element = this.#elementOf(this.texts[i]!);
      this.dress?.(element, i);
      made.push(element);
      more.append(element);
    }
    if (last) last.after(more);
    else this.fragment.append(more);
    return made;
  }

  /** Where the text of one goes. */
  body(index: number): HTMLElement {
    return this.make(index + 1)[index]!.querySelector(':scope > .body')!;
  }

  #elementOf(section: Section): HTMLElement {
    // Thousands of lists and maps of tokens, which the shorter properties make, are memory for nothing.
    const element = make('section', { class: `l${section.level}`, 'data-id': section.id });
    if (section.title) {
      const level = String(this.level + section.level - this.#highest);
      const named = { part: 'heading', role: 'heading', tabindex: '-1', 'aria-level': level };
      element.append(make('div', named, section.title));
    }
    element.append(make('div', { class: 'body' }));
    return element;
  }
}

function make(tag: string, attributes: Record<string, string>, text = ''): HTMLElement {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]!);
  if (text) element.append(text);
  return element;
}
