import type { Place } from '@heed/sdk';
import type { TextLayout } from '../text-layout.js';
import { area } from '../view.js';

/** A part of a range as one that can be asked where it is. */
function live({ startContainer, startOffset, endContainer, endOffset }: StaticRange): Range {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** The character so many characters after the beginning of a range. */
function characterIn(range: StaticRange, at: number): Range {
  const whole = live(range);
  const walker = document.createTreeWalker(whole.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = walker.currentNode as Node | null; node; node = walker.nextNode()) {
    if (!(node instanceof Text) || !whole.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    if (from + left < node.length) {
      whole.setStart(node, from + left);
      whole.setEnd(node, from + left + 1);
      return whole;
    }
    left -= node.length - from;
  }
  return whole;
}

/** Scrolls a wide table until a cell of it is in view. */
function reveal(region: Element | null, rect: DOMRect): void {
  const box = region?.getBoundingClientRect();
  if (!box || (rect.left >= box.left && rect.right <= box.right)) return;
  region!.scrollLeft += (rect.left + rect.right - box.left - box.right) / 2;
}

/** Keeps what is spoken in view, unless the person has gone elsewhere. */
export class Following {
  /** Whether what is spoken is out of view. */
  away = false;
  #moving = 0;

  constructor(
    private readonly layout: TextLayout,
    private readonly root: ParentNode,
  ) {}

  /** Finds out whether the person has gone elsewhere, or has come back. */
  look(range: StaticRange): void {
    if (this.#moving) return;
    const view = this.#view;
    this.away = ![...live(range).getClientRects()].some(
      (rect) =>
        rect.bottom > view.top &&
        rect.top < view.bottom &&
        rect.right > view.left &&
        rect.left < view.right,
    );
  }

  /** Brings a sentence into view. */
  async show(place: Place, range: StaticRange): Promise<void> {
    const element = range.startContainer.parentElement!;
    for (let at: Element | null | undefined = element; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    const view = this.#view;
    const rects = [...live(range).getClientRects()];
    const [first, last] = [rects[0], rects.at(-1)];
    if (this.layout.paged) {
      // Where somebody begins in the middle of a sentence, the page stays.
      const runsIn = first && this.#isBefore(first, view) && !this.#isBefore(last!, view);
      if (!runsIn) await this.#go(place);
    } else if (!first || first.top < view.top || last!.bottom > view.bottom) {
      await this.#go(place);
      if (element.isConnected) this.#lower(live(range));
    }
    reveal(element.closest('.scroll'), live(range).getBoundingClientRect());
  }

  /** A word of the sentence is spoken: when the sentence runs on out of view, the text follows. */
  word(range: StaticRange, at: number): void {
    if (this.away || this.#moving) return;
    const word = characterIn(range, at);
    const rect = word.getClientRects()[0];
    const view = this.#view;
    if (!rect) return;
    const { layout } = this;
    const isBehind = layout.rtl ? rect.right <= view.left : rect.left >= view.right;
    if (layout.paged && isBehind) void this.#move(layout.turn(1));
    else if (!layout.paged && rect.bottom > view.bottom) this.#lower(word);
  }

  /** Where text can be seen: not below the bar of the voice. */
  get #view(): DOMRect {
    const article = this.root.querySelector<HTMLElement>('article')!;
    const { left, top, right, bottom } = area(article, article.parentElement!);
    const bar = this.root.querySelector('.voice')?.getBoundingClientRect().top ?? bottom;
    const end = bar > top ? Math.min(bar, bottom) : bottom;
    return new DOMRect(left, top, right - left, end - top);
  }

  #isBefore(rect: DOMRect, view: DOMRect): boolean {
    return this.layout.rtl ? rect.left >= view.right : rect.right <= view.left;
  }

  #go(place: Place): Promise<void> {
    return this.#move(this.layout.go(place));
  }

  async #move(moving: Promise<void>): Promise<void> {
    this.#moving++;
    await moving;
    this.#moving--;
  }

  /** Leaves the lines before it in view, too: nobody reads from the edge of a window. */
  #lower(range: Range): void {
    const frame = this.root.querySelector('article')!.parentElement!;
    const scrolls = frame.scrollHeight > frame.clientHeight + 1;
    const { top, height } = this.#view;
    const by = { top: range.getBoundingClientRect().top - top - height / 4, behavior: 'instant' };
    (scrolls ? frame : window).scrollBy(by as ScrollToOptions);
  }
}
