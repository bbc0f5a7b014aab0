import type { Section } from '@heed/sdk';

/** Words that are laid out in one go: some pages, whatever the length of the document. */
const wordsAtOnce = 2500;

/** Cuts a document into runs of whole sections that are laid out together. */
export function runs(sections: readonly Section[]): number[][] {
  const result: number[][] = [];
  let words = Infinity;
  sections.forEach((section, i) => {
    if (words + section.words > wordsAtOnce) {
      result.push([]);
      words = 0;
    }
    result.at(-1)!.push(i);
    words += section.words;
  });
  return result;
}

/** Turns the pages of one run: an article that overflows in columns, moved by whole pages. */
export class Paging {
  constructor(private readonly article: () => HTMLElement) {}

  /** The page in view, from 0. */
  get page(): number {
    return Math.round(Math.abs(this.article().scrollLeft) / this.#step);
  }

  set page(page: number) {
    const article = this.article();
    const left = Math.max(0, Math.min(page, this.pages - 1)) * this.#step;
    article.scrollLeft = article.matches(':dir(rtl)') ? -left : left;
  }

  /** How many pages the run has at this size. */
  get pages(): number {
    const { scrollWidth } = this.article();
    return Math.max(1, Math.round((scrollWidth + this.#gap) / this.#step));
  }

  /** The page a target stands on. */
  pageOf(target: Range | HTMLElement): number {
    const article = this.article();
    const rect = target.getClientRects()[0] ?? target.getBoundingClientRect();
    const box = article.getBoundingClientRect();
    const distance = article.matches(':dir(rtl)') ? box.right - rect.right : rect.left - box.left;
    return Math.floor((distance + Math.abs(article.scrollLeft) + 1) / this.#step);
  }

  get #gap(): number {
    return parseFloat(getComputedStyle(this.article()).columnGap) || 0;
  }

  get #step(): number {
    return this.article().clientWidth + this.#gap;
  }
}
