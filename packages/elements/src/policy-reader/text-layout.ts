import type { Place } from '@heed/sdk';
import type { LitElement, ReactiveController } from 'lit';
import type { Gate } from '../foreign-html.js';
import { Filling, someWords } from './filling.js';
import { Paging, runs } from './paging.js';
import { findPlace } from './place.js';
import type { Sections } from './sections.js';
import { covered, TextView } from './view.js';

const topOf = (target: Range | HTMLElement): number => target.getBoundingClientRect().top;

/** Lays a document out, scrolled or in pages, and keeps the place through whatever happens to it. */
export class TextLayout implements ReactiveController {
  /** Where the person is. */
  place: Place | undefined;
  paged = false;
  /** Share of the words before the place, 0 to 1. */
  progress = 0;
  /** Whether the end of the text is in view. */
  atEnd = false;
  /** The page in view of the run that is laid out, from 1. */
  page = 1;
  /** The pages of that run. */
  pages = 1;
  readonly view: TextView;
  readonly filling: Filling;
  readonly #paging: Paging;
  #sections: Sections | undefined;
  #before: number[] = [];
  #words = 0;
  #runs: number[][] = [];
  #run = 0;
  /** What was brought into view and where it stood then: there nobody has scrolled, however late the events come. */
  #brought: { target: Range | HTMLElement; top: number } | undefined;
  #switching = false;
  #asked = 0;
  #away = false;
  #size = '';
  #resized = new ResizeObserver(() => {
    if (!this.#article) return;
    const { clientWidth, clientHeight } = this.#frame;
    // Scrolled text grows while it is filled; only pages depend on their height. The title tells when
    // the type of the page around is another one.
    const type = this.#title.offsetHeight;
    const size = [clientWidth, this.paged && clientHeight, type].join();
    if (size !== this.#size && (this.#size || !this.place)) void this.keep();
    this.#size = size;
  });

  constructor(
    private readonly host: LitElement,
    address: (policy: string, section: string) => string,
    tableName: () => string,
    /** Called when the place or the page is another one. */
    private readonly moved: () => void,
  ) {
    host.addController(this);
    this.filling = new Filling(address, tableName);
    this.#paging = new Paging(() => this.#article!);
    this.view = new TextView(
      () => ({
        article: this.#article!,
        scroller: this.#frame,
        sections: this.paged
          ? (this.#runs[this.#run] ?? []).flatMap((i) => this.#made[i] ?? [])
          : this.#made,
        paged: this.paged,
      }),
      (target, section) => this.#bring(target, section),
    );
  }

  hostConnected(): void {
    addEventListener('scroll', this.#scrolled, { capture: true, passive: true });
    this.#observe();
  }

  hostUpdated(): void {
    this.#observe();
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.#scrolled, { capture: true });
    this.#resized.disconnect();
  }

  /** Begins with a document that has just been rendered. */
  async begin(gate: Gate, sections: Sections, place: Place | undefined): Promise<void> {
    this.#sections = sections;
    this.#before = [];
    this.#words = 0;
    for (const { words } of sections.texts) {
      this.#before.push(this.#words);
      this.#words += words;
    }
    this.#runs = runs(sections.texts);
    this.#run = 0;
    this.place = undefined;
    sections.dress = (element, i) => (element.hidden = !this.laysOut(i));
    this.host.requestUpdate();
    await this.host.updateComplete;
    const at = Math.max(0, this.#index(place?.section));
    this.filling.begin(gate, sections, at);
    if (this.paged) this.#layOut(0);
    if (place && this.#index(place.section) >= 0) await this.go(place);
    else this.#look();
  }

  /** Whether a section is part of what is laid out now. */
  laysOut(index: number): boolean {
    return !this.paged || !!this.#runs[this.#run]?.includes(index);
  }

  /** Whether the text runs from right to left. */
  get rtl(): boolean {
    return !!this.#article?.matches(':dir(rtl)');
  }

  /** Words from the place to the end. */
  get wordsLeft(): number {
    return Math.round(this.#words * (1 - this.progress));
  }

  /** Whether there is a page before or behind. */
  canTurn(by: 1 | -1): boolean {
    return by > 0
      ? this.page < this.pages || this.#run < this.#runs.length - 1
      : this.page > 1 || this.#run > 0;
  }

  /** Turns one page on or back, over the border of what is laid out. */
  async turn(by: 1 | -1): Promise<void> {
    if (!this.canTurn(by)) return;
    this.#asked++;
    if (by > 0 ? this.page < this.pages : this.page > 1) {
      this.#paging.page = this.page - 1 + by;
    } else {
      this.#layOut(this.#run + by);
      this.#paging.page = by > 0 ? 0 : this.#paging.pages - 1;
    }
    this.#look(true);
  }

  /** Goes to a place; it stays the place until the person moves. */
  async go(place: Place): Promise<void> {
    const index = this.#index(place.section);
    if (index < 0) return;
    const asked = ++this.#asked;
    this.place = place;
    if (this.paged) this.#layOut(this.#runs.findIndex((run) => run.includes(index)));
    this.#prepare(index);
    if (asked !== this.#asked || !this.#article) return;
    this.#switching = false;
    this.view.show(place);
    this.#measure();
  }

  /** Changes how the text is laid out without losing the place. */
  async switch(paged: boolean): Promise<void> {
    if (paged === this.paged) return this.keep();
    this.paged = paged;
    this.#switching = true;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.#hide(this.elements.keys());
    await this.keep();
  }

  /** Brings the place back into view after the text was laid out anew. */
  async keep(): Promise<void> {
    const moved = this.paged || (this.progress > 0 && !this.#away);
    if (this.place && moved) return this.go(this.place);
    this.#switching = false;
    // Opened where nobody saw it, the text has no place yet.
    if (!this.place && this.#sections) this.#look();
  }

  /** The same, where the browser scrolls by itself soon after, as it does when it gives the screen back. */
  async hold(): Promise<void> {
    const { place, progress } = this;
    await this.keep();
    await new Promise((done) => setTimeout(done, 150));
    if (place && (this.paged || progress > 0)) await this.go(place);
  }

  /** Turns to the page of what has the focus; the browser scrolls columns just as far as it needs. */
  reveal(element: HTMLElement): void {
    if (!this.paged || element === this.#article) return;
    const asked = ++this.#asked;
    setTimeout(() => {
      if (asked !== this.#asked || !element.matches(':focus')) return;
      this.#paging.page = this.#paging.pageOf(element);
      this.#look(true);
    });
  }

  /** Brings an element of the text into view, such as a footnote. */
  async goToElement(element: HTMLElement): Promise<void> {
    const section = element.closest<HTMLElement>('section')!;
    const id = section.dataset['id']!;
    if (this.paged) await this.go({ section: id, offset: 0, quote: '' });
    else this.#prepare(this.#index(id));
    this.#bring(element, section);
    this.#look(true);
  }

  /** All sections, in order; those that are not there yet are made for it. */
  get elements(): readonly HTMLElement[] {
    return this.#sections?.make() ?? [];
  }

  /** The sections that are made so far: the first ones, in order. */
  get #made(): readonly HTMLElement[] {
    return this.#sections?.make(0) ?? [];
  }

  /** There is none while another document is on its way. */
  get #article(): HTMLElement | null {
    return this.host.isConnected ? this.host.renderRoot.querySelector('article') : null;
  }

  get #title(): HTMLElement {
    return this.#article!.firstElementChild as HTMLElement;
  }

  get #frame(): HTMLElement {
    return this.host.renderRoot.querySelector('.frame')!;
  }

  /** Whether the place stands on the page in view. */
  get #isOnPage(): boolean {
    const section = this.#made[this.#index(this.place?.section)];
    if (!section?.checkVisibility()) return false;
    return this.#paging.pageOf(findPlace(section, this.place!)) === this.#paging.page;
  }

  #index(section: string | undefined): number {
    return this.#sections?.texts.findIndex(({ id }) => id === section) ?? -1;
  }

  /** Takes sections out of the layout that no part of it shows; of thousands, a turn changes a few. */
  #hide(sections: Iterable<number>): void {
    const made = this.#made;
    // What is not made yet will be made so.
    for (const i of sections) if (made[i]) made[i].hidden = !this.laysOut(i);
  }

  #layOut(run: number): void {
    if (run !== this.#run) {
      const before = this.#runs[this.#run] ?? [];
      this.#run = run;
      this.#hide([...before, ...(this.#runs[run] ?? [])]);
      this.#paging.page = 0;
    }
    for (const index of this.#runs[run] ?? []) this.filling.fill(index);
  }

  /** Lays out what stands around a section: nothing may move any more when it comes into view. */
  #prepare(index: number): void {
    const { elements } = this;
    for (const step of [1, -1]) {
      let words = 0;
      for (let i = index; words < someWords && i in elements; i += step) {
        this.filling.fill(i);
        elements[i]!.style.contentVisibility = 'visible';
        words += this.#sections!.texts[i]!.words + 20;
      }
    }
  }

  #bring(target: Range | HTMLElement, section: HTMLElement): void {
    if (this.paged) {
      this.#paging.page = this.#paging.pageOf(target);
      return;
    }
    // What the browser has skipped so far has no place of its own until it is laid out.
    section.scrollIntoView({ block: 'start', behavior: 'instant' });
    const frame = this.#frame;
    const scrolls = frame.scrollHeight > frame.clientHeight + 1;
    const room = 24;
    const by =
      topOf(target) -
      (scrolls ? frame.getBoundingClientRect().top : covered()) -
      (target === section ? room : 0);
    if (scrolls) frame.scrollTop += by;
    else scrollBy({ top: by, behavior: 'instant' });
    this.#brought = { target, top: topOf(target) };
  }

  #observe(): void {
    if (!this.host.renderRoot || !this.#article) return;
    this.#resized.observe(this.#frame);
    this.#resized.observe(this.#title);
  }

  readonly #scrolled = (): void => {
    if (!this.#sections || !this.#article) return;
    requestAnimationFrame(() => (this.#isStill ? this.#measure() : this.#look()));
  };

  /** Whether only we have moved the text. */
  get #isStill(): boolean {
    const at = this.#brought;
    return this.#switching || (!!at && Math.abs(topOf(at.target) - at.top) < 2);
  }

  /** Finds out where the person is. A browser scrolls when pages are laid out anew, and nobody has turned one. */
  #look(turned = false): void {
    if (!this.#article) return;
    this.#brought = undefined;
    const place = this.paged && !turned && this.#isOnPage ? this.place : this.view.place();
    this.#away = !place;
    this.place = place ?? this.place;
    this.#measure();
  }

  #measure(): void {
    const { place } = this;
    const last = this.#sections?.texts.at(-1)?.id;
    this.atEnd = !!last && !!this.view.inView().get(last)?.end;
    this.pages = this.paged ? this.#paging.pages : 1;
    this.page = this.paged ? this.#paging.page + 1 : 1;
    const i = this.#index(place?.section);
    if (place && i >= 0 && this.#words) {
      const text = this.#made[i]?.textContent ?? '';
      // What is before the first letter is no way that somebody has come.
      const come = place.offset - text.search(/\S|$/);
      const inside = Math.min(1, come / (text.length || 1)) * this.#sections!.texts[i]!.words;
      this.progress = this.atEnd ? 1 : Math.max(0, this.#before[i]! + inside) / this.#words;
    }
    this.moved();
  }
}
