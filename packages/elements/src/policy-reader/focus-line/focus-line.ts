import type { LitElement, ReactiveController } from 'lit';
import { blocksOf } from '../blocks.js';
import type { TextLayout } from '../text-layout.js';
import { area } from '../view.js';
import { styles } from './focus-line.styles.js';
import { linesIn, type Line } from './lines.js';

/** Share of the height of the view at which the line stays while the text is scrolled. */
const first = 0.35;
/** Below this share, scrolled text comes to the line in place of the line going on. */
const lowest = 0.6;

const lines = { one: 0, three: 1 } as const;

const watched = new WeakMap<LitElement, FocusLine>();

/**
 * Keeps the eye to one line, or to one with its neighbours: the rest of the text steps back. The arrow keys, the pointer
 * and the focus move it; what is scrolled runs under it, and a new page begins at its first line.
 */
export class FocusLine implements ReactiveController {
  /** Where the line is, in pixels from the top of the window. */
  #at: number | undefined;
  /** Where the text stood when that was found out. */
  #stood = 0;
  #wanted = false;
  #asked = 0;
  #end = new AbortController();

  private constructor(
    private readonly host: LitElement,
    private readonly layout: TextLayout,
  ) {
    const root = host.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet!];
    host.addController(this);
    host.requestUpdate();
  }

  /** Watches over the line of a reader, from now on. */
  static watch(host: LitElement, layout: TextLayout): void {
    if (!watched.has(host)) watched.set(host, new FocusLine(host, layout));
  }

  hostConnected(): void {
    this.#end.abort();
    this.#end = new AbortController();
    const { signal } = this.#end;
    const root = this.host.renderRoot as ShadowRoot;
    const soon = (): void => this.#soon();
    addEventListener('scroll', soon, { capture: true, passive: true, signal });
    addEventListener('resize', soon, { signal });
    this.host.addEventListener('place-changed', soon, { signal });
    root.addEventListener('keydown', (event) => this.#pressed(event as KeyboardEvent), { signal });
    for (const type of ['pointermove', 'pointerdown'] as const) {
      root.addEventListener(type, (event) => this.#pointed(event as PointerEvent), { signal });
    }
    root.addEventListener('focusin', ({ target }) => this.#focused(target as Element), { signal });
  }

  hostUpdated(): void {
    const wanted = this.#around !== undefined;
    if (wanted && !this.#wanted) this.#at = undefined;
    this.#wanted = wanted;
    this.#soon();
  }

  hostDisconnected(): void {
    this.#end.abort();
  }

  get #article(): HTMLElement | null {
    return this.host.renderRoot.querySelector('article');
  }

  /** How many lines stay on either side; nothing while no line is wanted. */
  get #around(): number | undefined {
    const reader = this.host.renderRoot.querySelector<HTMLElement>('.reader');
    return lines[reader?.dataset['line'] as keyof typeof lines] as number | undefined;
  }

  get #view(): DOMRect {
    return area(this.#article!, this.#article!.parentElement!);
  }

  /** The lines in view, those of the title too. */
  #lines(view: DOMRect): Line[] {
    const shown = this.layout.view.inView();
    const article = this.#article!;
    const title = [...article.children].filter((one) => one.localName !== 'section');
    const sections = this.layout.elements.filter((one) => shown.has(one.dataset['id']!));
    const blocks = sections.flatMap((one) => blocksOf(one).map(({ element }) => element));
    return linesIn([...title, ...blocks], view);
  }

  #soon(): void {
    cancelAnimationFrame(this.#asked);
    this.#asked = requestAnimationFrame(() => this.#show());
  }

  /** The number of the line nearest to where the eye is kept. */
  #nearest(all: readonly Line[], at: number): number {
    const away = ({ top, bottom }: Line): number => Math.abs((top + bottom) / 2 - at);
    return all.reduce((best, line, i) => (away(line) < away(all[best]!) ? i : best), 0);
  }

  #show(): void {
    const article = this.#article;
    const around = this.#around;
    if (!article || around === undefined) return;
    const view = this.#view;
    const all = this.#lines(view);
    if (!all.length) return;
    const box = article.getBoundingClientRect();
    this.#at = this.#follow(view);
    const line = this.#nearest(all, this.#at);
    const [from, to] = [all[Math.max(0, line - around)]!, all[line + around] ?? all.at(-1)!];
    const room = 5;
    article.style.setProperty('--_from', `${from.top - room - box.top}px`);
    article.style.setProperty('--_to', `${to.bottom + room - box.top}px`);
    article.classList.add('focused');
  }

  /** Where the text stands: its page, or how far its beginning is below the top of the window. */
  get #stands(): number {
    const { paged, page } = this.layout;
    return paged ? page : this.#article!.getBoundingClientRect().top;
  }

  /** Where the eye is kept now that the text may stand elsewhere. */
  #follow(view: DOMRect): number {
    const stands = this.#stands;
    const came = this.#stood - stands;
    this.#stood = stands;
    if (this.layout.paged) return came || this.#at === undefined ? view.top : this.#at;
    const rest = view.top + view.height * first;
    if (this.#at === undefined) return stands >= 0 ? view.top : rest;
    // Who has come from far begins at the top of what they came to.
    const height = Math.min(innerHeight, this.#article!.parentElement!.clientHeight);
    if (Math.abs(came) > height * 0.9) return view.top;
    // From there the line goes on with the text until it is where it stays.
    return came > 0 && this.#at < rest ? Math.min(this.#at + came, rest) : this.#at;
  }

  /** Keeps the eye to a height in the window, wherever the text came from. */
  #keep(at: number): void {
    this.#at = at;
    this.#stood = this.#stands;
    this.#soon();
  }

  #to({ top, bottom }: Line): void {
    this.#keep((top + bottom) / 2);
  }

  #pressed(event: KeyboardEvent): void {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : undefined;
    if (!by || target !== this.#article || this.#around === undefined) return;
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    // Before the first line and after the last, the keys are the page's.
    if (this.layout.paged ? this.#stepInPages(by) : this.#stepDown(by)) event.preventDefault();
  }

  /** Goes on by a line, and to another page where this one ends; false at either end of the text. */
  #stepInPages(by: 1 | -1): boolean {
    const view = this.#view;
    const all = this.#lines(view);
    const next = all[this.#nearest(all, this.#at ?? view.top) + by];
    if (next && next.top >= view.top - 1 && next.bottom <= view.bottom + 1) {
      this.#to(next);
      return true;
    }
    if (!this.layout.canTurn(by)) return false;
    void this.layout.turn(by).then(() => this.#keep(by > 0 ? view.top : view.bottom));
    return true;
  }

  /** Goes on by a line, or has the text come by one where the line would leave the middle; false at either end. */
  #stepDown(by: 1 | -1): boolean {
    const view = this.#view;
    const all = this.#lines(view);
    const number = this.#nearest(all, this.#at ?? view.top);
    const [now, next] = [all[number], all[number + by]];
    if (!now || !next) return false;
    const { top, bottom, height } = view;
    const leaves =
      by > 0 ? next.bottom > top + height * lowest : next.top < bottom - height * lowest;
    if (!leaves) {
      this.#to(next);
      return true;
    }
    const frame = this.#article!.parentElement!;
    const scroller = frame.scrollHeight > frame.clientHeight + 1 ? frame : window;
    const before = this.#stands;
    scroller.scrollBy({ top: next.top - now.top, behavior: 'instant' });
    const moved = before - this.#stands;
    this.#to({ top: next.top - moved, bottom: next.bottom - moved });
    return true;
  }

  #pointed({ target, clientY, type, pointerType }: PointerEvent): void {
    const follows = type === 'pointermove' ? pointerType === 'mouse' : true;
    if (!follows || !(target as Element).closest('article')) return;
    this.#keep(clientY);
  }

  #focused(target: Element): void {
    if (target === this.#article || !target.closest('article')) return;
    this.#to(target.getBoundingClientRect());
  }
}
