import type { Element, ElementContent } from 'xast';

const NOTHING = new Set('w:rPr w:t w:br w:tab w:cr w:lastRenderedPageBreak'.split(' '));
const AROUND = new Set('w:pPr w:proofErr w:bookmarkEnd'.split(' '));

const isNothing = (node: ElementContent): boolean =>
  node.type !== 'element' || NOTHING.has(node.name);

/** Whether a paragraph without words holds nothing else either: space on the page, which parts no list. */
export const isSpace = (paragraph: Element): boolean =>
  paragraph.children.every((node) => {
    if (node.type !== 'element' || AROUND.has(node.name)) return true;
    return node.name === 'w:r' && node.children.every(isNothing);
  });

/** How deep the items of a list are below those that are really there: Word may begin anywhere. */
export class Depths {
  #open: number[] = [];

  /** The depth in HTML of the next item, from 0. */
  next(depth: number): number {
    this.#open = [...this.#open.filter((one) => one < depth), depth];
    return this.#open.length - 1;
  }

  /** Something else than an item follows. */
  close(): void {
    this.#open = [];
  }
}
