import type { Place } from '@heed/sdk';
import type { TextLayout } from '../text-layout.js';

/** Where a range is in the window; its beginning, when it runs over several lines. */
function rectOf({ startContainer, startOffset, endContainer, endOffset }: StaticRange): DOMRect {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.getClientRects()[0] ?? range.getBoundingClientRect();
}

/** Scrolls what scrolls inside the text, such as a wide table, to a range; true when it had to. */
function reveal(region: Element | null, range: StaticRange): boolean {
  if (!region) return false;
  const { scrollLeft, scrollTop } = region;
  const rect = rectOf(range);
  const box = region.getBoundingClientRect();
  if (rect.left < box.left || rect.right > box.right) {
    region.scrollLeft += (rect.left + rect.right - box.left - box.right) / 2;
  }
  if (rect.top < box.top || rect.bottom > box.bottom) {
    region.scrollTop += (rect.top + rect.bottom - box.top - box.bottom) / 2;
  }
  return region.scrollLeft !== scrollLeft || region.scrollTop !== scrollTop;
}

/** Whether a box stands over, or above, or below another one. */
const meets = (one: DOMRect, other: DOMRect): boolean =>
  one.height > 0 && one.left < other.right && one.right > other.left;

const covers = (one: DOMRect, other: DOMRect): boolean =>
  meets(one, other) && one.top < other.bottom && one.bottom > other.top;

/** Leaves the lines before a range in view, too, below the panel: nobody reads from the edge of a window. */
function lower(article: HTMLElement, range: StaticRange, panel: HTMLElement): void {
  const frame = article.parentElement!;
  const scrolls = frame.scrollHeight > frame.clientHeight + 1;
  const top = scrolls ? Math.max(0, frame.getBoundingClientRect().top) : 0;
  const box = panel.getBoundingClientRect();
  const isAbove = panel.dataset['at'] === 'top' && meets(box, article.getBoundingClientRect());
  const line = top + Math.min(innerHeight, frame.clientHeight) / 4;
  const by = {
    top: rectOf(range).top - Math.max(line, isAbove ? box.bottom + 32 : 0),
    behavior: 'instant',
  } as const;
  if (scrolls) frame.scrollBy(by);
  else scrollBy(by);
}

/**
 * Goes to a range of the text, wherever it is: on another page, in a closed part, outside a wide table. A
 * panel that would cover it moves to the other half of the window. `wanted` says whether the person has not
 * gone on meanwhile.
 */
export async function goTo(
  layout: TextLayout,
  place: Place,
  range: StaticRange,
  panel: HTMLElement,
  wanted: () => boolean,
): Promise<void> {
  const element = range.startContainer.parentElement!;
  for (let at: Element | null | undefined = element; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  await layout.go(place);
  if (!wanted()) return;
  if (reveal(element.closest('.scroll, pre'), range)) await layout.go(place);
  if (!wanted()) return;
  panel.dataset['at'] ??= 'top';
  if (!layout.paged) lower(element.closest('article')!, range, panel);
  const rect = rectOf(range);
  if (covers(panel.getBoundingClientRect(), rect)) {
    panel.dataset['at'] = rect.top > innerHeight / 2 ? 'top' : 'bottom';
  }
}
