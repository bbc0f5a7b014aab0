import type { Place } from '@heed/sdk';

/** The words at an offset, without half a character at either end: that is no text (RFC 8259, 8.2). */
export const quoteAt = (text: string, offset: number): string =>
  text.slice(offset, offset + 80).replace(/\p{Cs}/gu, '');

/** The text nodes of an element in order, but for what a comparison shows of an earlier version. */
export function* texts(element: Element): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!node.parentElement!.closest('del[data-changed]')) yield node;
  }
}

/** The text of an element, but for what a comparison shows of an earlier version. */
export const textOf = (section: Element): string =>
  [...texts(section)].map(({ data }) => data).join('');

function rangeAt(node: Text, offset: number): Range {
  const range = new Range();
  range.setStart(node, Math.min(offset, node.length));
  range.setEnd(node, Math.min(offset + 1, node.length));
  return range;
}

/**
 * The first character of a section that is not before `edge`: in `inline` direction for pages, in block
 * direction for scrolled text. `before` says whether a rectangle lies before the edge.
 */
export function placeIn(section: HTMLElement, before: (rect: DOMRect) => boolean): Place {
  const id = section.dataset['id']!;
  const all = textOf(section);
  let passed = 0;
  for (const node of texts(section)) {
    const range = new Range();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()];
    if (rects.length && !before(rects.at(-1)!)) {
      // Within the node the text runs in one direction, so halving finds the first visible character.
      let [low, high] = [0, node.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (before(rangeAt(node, middle).getBoundingClientRect())) low = middle + 1;
        else high = middle;
      }
      const offset = passed + low;
      return { section: id, offset, quote: quoteAt(all, offset) };
    }
    passed += node.length;
  }
  return { section: id, offset: 0, quote: quoteAt(all, 0) };
}

/** Where in a text the quote of a place stands: at its offset, else nearest to it; nothing where it does not stand. */
export function offsetIn(all: string, { quote, offset }: Place): number | undefined {
  if (all.startsWith(quote, offset)) return offset;
  let at: number | undefined;
  for (let found = all.indexOf(quote); found >= 0; found = all.indexOf(quote, found + 1)) {
    if (at === undefined || Math.abs(found - offset) < Math.abs(at - offset)) at = found;
  }
  return at;
}

/** Where a place is in a section today; the start of the section when its quote is not there. */
export function findPlace(section: HTMLElement, place: Place): Range {
  let at = offsetIn(textOf(section), place) ?? 0;
  for (const node of texts(section)) {
    if (at < node.length) return rangeAt(node, at);
    at -= node.length;
  }
  const range = new Range();
  range.setStart(section, 0);
  return range;
}

/** Whether `a` lies before `b` in a document whose sections stand in this order. */
export function isBefore(order: readonly string[], a: Place, b: Place): boolean {
  const [i, j] = [order.indexOf(a.section), order.indexOf(b.section)];
  return i === j ? a.offset < b.offset : i < j;
}
