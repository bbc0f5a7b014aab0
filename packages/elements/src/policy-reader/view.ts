import type { Place } from '@heed/sdk';
import { blocksOf } from './blocks.js';
import { findPlace, placeIn } from './place.js';

/** What of a section is in view. */
export interface Sight {
  /** Whether its end is. */
  end: boolean;
  /** The beginnings and ends of its blocks that are. */
  edges: readonly string[];
  /** How many there are. */
  all: number;
}

/** Where the text is on the page: which sections are in view, and how to come to a place. */
export interface View {
  /** Sections in view, by id. */
  inView(): Map<string, Sight>;
  /** The place at the top of what is in view; nothing while no text is. */
  place(): Place | undefined;
  /** Brings a place into view, at the top where it can be. */
  show(place: Place): void;
}

/** Pixels at the top of the window that the page covers, as its `scroll-padding` says. */
export const covered = (): number =>
  parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;

/** The area in which text is in view: the article, cut by its scroller and the window. */
export function area(article: HTMLElement, scroller: HTMLElement): DOMRect {
  const [a, s] = [article.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const top = Math.max(a.top, s.top, covered());
  const left = Math.max(a.left, s.left, 0);
  const bottom = Math.min(a.bottom, s.bottom, innerHeight);
  const right = Math.min(a.right, s.right, innerWidth);
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

/** The first of the sections that is not wholly before the area; they stand in order, so halve. */
function first(sections: readonly HTMLElement[], before: (rect: DOMRect) => boolean): number {
  let [low, high] = [0, sections.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const last = [...sections[middle]!.getClientRects()].at(-1);
    if (!last || before(last)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first and the last of the boxes of an element, which stands in several where a page ends inside it. */
function ends(element: Element): [DOMRect | undefined, DOMRect | undefined] {
  const rects = element.getClientRects();
  return [rects[0], rects[rects.length - 1]];
}

/** The sections, seen through an area; `paged` text runs on in columns, else it runs down. */
export class TextView implements View {
  constructor(
    private readonly parts: () => {
      article: HTMLElement;
      scroller: HTMLElement;
      /** The sections that are laid out, in order. */
      sections: readonly HTMLElement[];
      paged: boolean;
    },
    /** Brings a rectangle to the top of the view. */
    private readonly bring: (target: Range | HTMLElement, section: HTMLElement) => void,
  ) {}

  inView(): Map<string, Sight> {
    const { article, scroller, sections } = this.parts();
    const view = area(article, scroller);
    const seen = new Map<string, Sight>();
    const within = (x: number, y: number): boolean =>
      x >= view.left - 1 && x <= view.right + 1 && y >= view.top - 1 && y <= view.bottom + 1;
    for (let i = first(sections, this.#before(view)); i < sections.length; i++) {
      const rects = [...sections[i]!.getClientRects()];
      const shown = rects.some(
        (r) =>
          r.bottom > view.top + 1 &&
          r.top < view.bottom - 1 &&
          r.right > view.left + 1 &&
          r.left < view.right - 1,
      );
      if (!shown) break;
      const middle = (r: DOMRect): number => (r.left + r.right) / 2;
      const isStart = (r: DOMRect): boolean => within(middle(r), r.top);
      const isEnd = (r: DOMRect): boolean => within(middle(r), r.bottom);
      const blocks = blocksOf(sections[i]!);
      const edges = blocks.flatMap(({ element, key }) => {
        const [head, tail] = ends(element);
        return head
          ? [...(isStart(head) ? [`<${key}`] : []), ...(isEnd(tail!) ? [`>${key}`] : [])]
          : [];
      });
      seen.set(sections[i]!.dataset['id']!, {
        end: isEnd(rects.at(-1)!),
        edges,
        all: blocks.length * 2,
      });
    }
    return seen;
  }

  place(): Place | undefined {
    const { article, scroller, sections } = this.parts();
    const view = area(article, scroller);
    if (!view.height || !view.width) return undefined;
    const before = this.#before(view);
    const section = sections[Math.min(first(sections, before), sections.length - 1)];
    return section && placeIn(section, before);
  }

  show(place: Place): void {
    const section = this.parts().sections.find((one) => one.dataset['id'] === place.section);
    if (!section) return;
    // At its beginning the heading belongs to the place, not only the first letter.
    this.bring(place.offset ? findPlace(section, place) : section, section);
  }

  #before(view: DOMRect): (rect: DOMRect) => boolean {
    const { article, paged } = this.parts();
    if (!paged) return (rect) => rect.bottom <= view.top + 1;
    return article.matches(':dir(rtl)')
      ? (rect) => rect.left >= view.right - 1
      : (rect) => rect.right <= view.left + 1;
  }
}
