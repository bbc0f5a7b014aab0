import { textOf } from './place.js';

/** A heading, a paragraph, an item, a row: what is displayed as a whole or in part. */
export interface DisplayedBlock {
  readonly element: Element;
  /** The same for the same words at the same place among their like, also when the text is laid out anew. */
  readonly key: string;
}

const kinds = '[role=heading], p, li, tr, pre, dt, dd, caption, summary, figcaption, img';

const known = new WeakMap<Element, { body: Node | null | undefined; blocks: DisplayedBlock[] }>();

/** The blocks of a section that is on the page. */
export function blocksOf(section: HTMLElement): readonly DisplayedBlock[] {
  const body = section.querySelector('.body')?.firstChild;
  const before = known.get(section);
  if (before?.body === body && before) return before.blocks;
  const times = new Map<string, number>();
  const found = [...section.querySelectorAll(kinds)];
  const blocks = (found.length ? found : [section]).flatMap((element) => {
    const words = element.localName === 'img' ? 'img' : textOf(element).trim();
    const nth = (times.get(words) ?? 0) + 1;
    times.set(words, nth);
    return words ? [{ element, key: `${nth} ${words}` }] : [];
  });
  known.set(section, { body, blocks });
  return blocks;
}
