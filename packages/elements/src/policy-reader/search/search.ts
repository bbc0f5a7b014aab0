import type { Place } from '@heed/sdk';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import type { Loaded } from '../document-loading.js';
import { quoteAt } from '../place.js';
import type { ReadingSession } from '../reading-session.js';
import type { TextLayout } from '../text-layout.js';
import { learnTool } from '../../tool-words.js';
import type { Around, Elsewhere } from './elsewhere.js';
import { Finding, type Hit } from './finding.js';
import { foldQuery } from './folding.js';
import { goTo } from './going.js';
import { list, type Listed } from './listing.js';
import { Painting } from './painting.js';
import { searchPanel } from './search-panel.js';
import { strings } from './search.strings.js';
import { styles } from './search.styles.js';
import { SectionText } from './section-text.js';

/** Milliseconds in which the next letter may come. */
const typing = 120;
/** Milliseconds after which a person wants to know that something happens. */
const patience = 400;
/** Hits that are painted at once; of more, those around the place. */
const paintedAtOnce = 2000;

/** The search in the document on display: what is looked for, the hits, and the way from one to the next. */
export class Search implements ReactiveController {
  #words = strings.en;
  #query = '';
  #said = '';
  #hits: readonly Hit[] = [];
  #listed: readonly Listed[] = [];
  #current = -1;
  #loaded: Loaded | undefined;
  #finding: Finding | undefined;
  #elsewhere: Elsewhere | undefined;
  #searching: Promise<void> | undefined;
  #steps = 0;
  #revision = 0;
  #painted: readonly unknown[] = [];
  readonly #painting = new Painting();

  constructor(
    private readonly host: LitElement,
    private readonly layout: TextLayout,
    private readonly session: () => ReadingSession | undefined,
    private readonly language: () => string,
    /** Leaves the panel for a place that is being gone to. */
    private readonly leave: (place: Place, going: Promise<void>) => void,
    /** Opens another policy at a place, where that is not left to the page. */
    private readonly visit: Around['visit'],
  ) {
    const root = host.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet!];
    host.addEventListener('keydown', this.#escaped);
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.session()?.loaded !== this.#loaded) this.#forget();
    this.#keepUp();
    this.#paint();
  }

  hostDisconnected(): void {
    this.#forget();
  }

  /** The panel has been opened. */
  async open(): Promise<void> {
    this.#words = await learnTool(strings, this.language());
    delete this.#panel?.dataset['at'];
    if (!this.#hits.length) this.#find();
    await this.#updated();
    if (!this.#isOpen) return;
    const field = this.#panel!.querySelector('input')!;
    field.focus();
    field.select();
  }

  /** What the panel shows. */
  render(): TemplateResult {
    const shown = {
      query: this.#query,
      said: this.#said,
      count: this.#hits.length,
      current: this.#current,
      // Nobody looks at the list of a closed panel.
      listed: this.#isOpen ? this.#listed : [],
      language: this.#loaded?.document.language ?? '',
      elsewhere: this.#said && this.#isOpen ? this.#elsewhere?.render(this.#query.trim()) : '',
    };
    return searchPanel(this.#words, shown, {
      type: (query) => {
        this.#query = query;
        delete this.#panel?.dataset['at'];
        this.#find(typing);
      },
      step: (by) => void this.#step(by),
      choose: (hit) => this.leave(this.#placeOf(hit), this.#go(hit)),
      end: () => this.#end(),
    });
  }

  get #panel(): HTMLElement | null {
    return this.host.renderRoot.querySelector('#search');
  }

  get #isOpen(): boolean {
    return !!this.#panel?.matches(':popover-open');
  }

  readonly #escaped = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (this.#isOpen) {
      // Left to itself, the field would only empty itself.
      event.preventDefault();
      this.#panel!.hidePopover();
    }
    this.#end();
  };

  #find(pause = 0): void {
    this.#searching = this.#look(pause);
  }

  async #look(pause: number): Promise<void> {
    const query = this.#query.trim();
    const wanted = foldQuery(query);
    if (!wanted || !this.#loaded) return this.#end();
    const { sections } = this.#loaded.document;
    const finding = (this.#finding ??= this.#begin(sections.length));
    const slow = setTimeout(() => this.#say(this.#words.searching), pause + patience);
    const hits = await finding.find(wanted, pause);
    clearTimeout(slow);
    if (!hits) return;
    // The words were others before it came to an end.
    if (finding !== this.#finding) return this.#look(0);
    this.#hits = hits;
    this.#listed = list(hits, sections, finding);
    this.#current = -1;
    this.#say(hits.length ? this.#words.count(hits.length) : this.#words.none(query));
    await this.host.updateComplete;
    // Without it, the search stays one of this document.
    await this.#further().catch(() => undefined);
  }

  /** Whoever has looked for something here may want to look further. */
  async #further(): Promise<void> {
    const reading = this.session();
    if (this.#elsewhere || !reading) return;
    const { openElsewhere } = await import('./elsewhere.js');
    const { host, visit, layout } = this;
    const opened = await openElsewhere({ host, visit, layout, reading }, this.language());
    if (reading.loaded !== this.#loaded) return;
    this.#elsewhere = opened;
    this.host.requestUpdate();
  }

  /** The words on the page are others where the reader shows what changed. */
  #keepUp(): void {
    const { revision } = this.layout.filling;
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.#finding = undefined;
    if (!this.#hits.length) return;
    this.#hits = this.#listed = [];
    this.#find();
  }

  #begin(sections: number): Finding {
    const { elements } = this.layout;
    return new Finding(sections, (section) => {
      this.layout.filling.fill(section);
      return new SectionText(elements[section]!);
    });
  }

  #say(said: string): void {
    this.#said = said;
    this.host.requestUpdate();
  }

  async #step(by: 1 | -1): Promise<void> {
    await this.#searching;
    const { length } = this.#hits;
    if (!length) return;
    const next = this.#current < 0 ? this.#first(by) : this.#current + by;
    await this.#go((next + length) % length);
  }

  /** The hit to begin with: from where the person is, as far as there is one on the way. */
  #first(by: 1 | -1): number {
    const { section, offset } = this.#here;
    const onward = this.#hits.findIndex(
      (hit) => hit.section > section || (hit.section === section && hit.start >= offset),
    );
    const at = onward < 0 ? this.#hits.length : onward;
    return by > 0 ? at : at - 1;
  }

  /** Where the person is, by the number of the section. */
  get #here(): { section: number; offset: number } {
    const { section: id, offset = 0 } = this.layout.place ?? {};
    const sections = this.#loaded?.document.sections ?? [];
    return { section: sections.findIndex((section) => section.id === id), offset };
  }

  #placeOf(hit: number): Place {
    const { section, start: offset } = this.#hits[hit]!;
    const quote = quoteAt(this.#finding!.text(section).text, offset);
    return { section: this.#loaded!.document.sections[section]!.id, offset, quote };
  }

  #rangeOf({ section, start, end }: Hit): StaticRange {
    return this.#finding!.text(section).range(start, end);
  }

  async #go(hit: number): Promise<void> {
    this.#current = hit;
    this.#say(this.#words.at(hit + 1, this.#hits.length));
    const step = ++this.#steps;
    const place = this.#placeOf(hit);
    const range = this.#rangeOf(this.#hits[hit]!);
    await goTo(this.layout, place, range, this.#panel!, () => step === this.#steps);
    await this.#updated();
  }

  /** After an update the current hit is in view in the list, too. */
  async #updated(): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const current = this.#panel?.querySelector<HTMLElement>('[aria-current]');
    const list = current?.closest('.results');
    if (!list) return;
    const [one, all] = [current!.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollTop += Math.min(0, one.top - all.top) + Math.max(0, one.bottom - all.bottom);
  }

  #paint(): void {
    const hits = this.#hits;
    const middle = hits.length > paintedAtOnce ? this.#first(1) : 0;
    const from = Math.max(0, middle - paintedAtOnce / 2);
    const painted = [hits, this.#current, from];
    if (painted.every((one, i) => one === this.#painted[i])) return;
    this.#painted = painted;
    const current = hits[this.#current];
    this.#painting.paint(
      hits
        .slice(from, from + paintedAtOnce)
        .filter((hit) => hit !== current)
        .map((hit) => this.#rangeOf(hit)),
      current && this.#rangeOf(current),
    );
  }

  /** The search is over; what was looked for stays in the field. */
  #end(): void {
    this.#finding?.stop();
    this.#hits = this.#listed = [];
    this.#current = -1;
    this.#steps++;
    this.#say('');
  }

  /** Another text, or none, is on display: what was looked for may have been somebody else's. */
  #forget(): void {
    this.#end();
    this.#elsewhere?.stop();
    this.#elsewhere = undefined;
    this.#loaded = this.session()?.loaded;
    this.#finding = undefined;
    this.#query = '';
  }
}
