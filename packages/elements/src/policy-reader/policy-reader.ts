import type { Client, Place } from '@heed/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { IsmsElement, defineTag } from '../isms-element.js';
import { datesIn, inLanguage } from '../language.js';
import type { Changes } from './changes/changes.js';
import { directionOf } from './direction.js';
import { DocumentLoading, type Loaded } from './document-loading.js';
import { Home } from './home.js';
import { turnOf } from './keys.js';
import { bar, factsOf, head, resume, turner } from './page.js';
import { panel } from './panel.js';
import { panelOf, returnFocus } from './panel-focus.js';
import {
  EndReachedEvent,
  PlaceChangedEvent,
  PolicyDisplayedEvent,
} from './policy-reader.events.js';
import { strings } from './policy-reader.strings.js';
import { styles } from './policy-reader.styles.js';
import { Printing } from './printing.js';
import { ReadingSession } from './reading-session.js';
import { Sections } from './sections.js';
import { defaults, recall, remember, type Settings } from './settings.js';
import { failure, says, type ReaderState } from './states.js';
import { TextLayout } from './text-layout.js';
import { Tools } from './tools.js';
import { startOf, Trail } from './trail.js';

/** Above this, sections out of view are not laid out. */
const manySections = 120;

/**
 * @summary Shows one policy for reading, scrolled or in pages: the text, the place and a way on.
 *
 * It measures honestly what was displayed, says so to the person, and never claims that it was read.
 *
 * @status stable
 *
 * @slot end - What comes after the text, such as an `ack-button` for the same policy.
 *
 * @event {PolicyDisplayedEvent} policy-displayed - A document is on display.
 * @event {PlaceChangedEvent} place-changed - The person moved to another place.
 * @event {EndReachedEvent} end-reached - The end of the text came into view for the first time.
 *
 * @csspart bar - The line above the text, with the place and the panels.
 * @csspart text - The text.
 * @csspart title - Its title.
 * @csspart heading - The heading of a section.
 * @csspart turn - The line below the pages.
 * @csspart voice - The line below the text while it is read aloud.
 * @csspart resume - The offer to go on where the person was.
 * @csspart changes - What changed since the version that the person acknowledged.
 * @csspart panel - Search, contents, type settings, what is recorded, and the list of changes.
 * @csspart term - What a term in the text means, beside the word.
 * @csspart notice - The line shown when something stands in the way.
 * @csspart button - A button.
 *
 * @cssproperty [--isms-page-height] - Height of the text in pages.
 * @cssproperty [--isms-accent] - The progress line and the underline of links.
 * @cssproperty [--isms-line] - Hairlines.
 * @cssproperty [--isms-raised] - The surface of asides.
 *
 * @cssState loading - No answer yet.
 * @cssState failed - It could not be loaded.
 * @cssState missing - There is no such policy for this person.
 * @cssState ready - The text is on display.
 */
export class PolicyReader extends IsmsElement {
  static override styles = styles;
  static override properties = {
    policy: {},
    version: { type: Number },
    section: {},
    view: {},
    hrefTemplate: { attribute: 'href-template' },
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  /** Defines the element, as `policy-reader` or under another tag name. */
  static define(tag = 'policy-reader'): void {
    defineTag(tag, this);
  }

  /** Id of the policy. */
  policy?: string;
  /** Number of the version; the current one when absent. */
  version?: number | undefined;
  /** Id of the section to open at. */
  section?: string;
  /** `scrolled` or `paged`, until the person chooses. */
  view?: Settings['view'];
  /** Where links to other policies lead, such as `/policy?id={policy}#{section}`; else they open here. */
  hrefTemplate?: string;
  /** Level of the title among the page's headings, 1 to 6. */
  headingLevel = 2;

  #chosen = recall();
  #language: string | undefined;
  #shown: Loaded | undefined;
  #sections: Sections | undefined;
  #session: ReadingSession | undefined;
  #pending: Place | undefined;
  #offer: Place | undefined;
  #ended = false;
  #gone: TemplateResult | undefined;
  #listing = false;
  #changes: Changes | undefined;

  readonly #home = new Home();
  readonly #loading = new DocumentLoading(() => {
    const { error } = this.#loading;
    if (error) this.connection.session?.doubt(error);
    this.requestUpdate();
  });
  readonly #layout = new TextLayout(
    this,
    (policy, section) =>
      (this.hrefTemplate ?? '#')
        .replace('{policy}', encodeURIComponent(policy))
        .replace('{section}', encodeURIComponent(section)),
    () => this.#words.table,
    () => this.#moved(),
  );

  readonly #tools = new Tools(
    this,
    this.#layout,
    () => this.#session,
    () => this.connection.language,
    (place, going) => this.#go(place, going),
    (event, policy, place) => {
      if (this.hrefTemplate) return;
      event.preventDefault();
      this.#shut();
      this.#trail.visit(policy, place);
    },
  );

  readonly #trail = new Trail(
    this.#layout,
    () => this.#shown,
    (policy, place) => this.#open(policy, place),
    (note, acts) => this.#tools.note(note, acts),
  );

  constructor() {
    super();
    const { filling } = this.#layout;
    this.addEventListener('fullscreenchange', () => {
      this.requestUpdate();
      void this.#layout.hold();
    });
    this.addController(
      new Printing(
        () => this.#imprint,
        () => filling.fillAll(),
      ),
    );
  }

  /** What the reader shows. */
  get state(): ReaderState {
    if (this.#loading.loaded) return 'ready';
    const { error } = this.#loading;
    if (!error) return 'loading';
    return error.kind === 'problem' && error.code === 'not-found' ? 'missing' : 'failed';
  }

  override disconnectedCallback(): void {
    // A page that moves the element finds the text where it was.
    this.#begin();
    this.#home.tell(this.connection.session, false);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('policy') || changed.has('version')) {
      this.refresh();
      const { policy, version } = this;
      if (this.#home.put(policy, version, this.connection.session)) this.#trail.forget();
    }
    if (changed.has('headingLevel')) this.#begin();
    super.willUpdate(changed);
    this.mark(this.state);
    const { loaded } = this.#loading;
    if (loaded && !this.#isShown(loaded)) {
      this.#sections = new Sections(loaded.document.sections, this.headingLevel + 1);
    }
    this.style.setProperty('--_scale', String(1.125 ** (this.#settings.size - defaults.size)));
  }

  protected override load(client: Client | undefined): void {
    const language = this.#language ?? this.connection.language;
    const { policy = '', version } = this;
    void this.#loading.load(client, { policy, version, language });
    if (!this.#loading.loaded) this.#close();
  }

  override forget(): void {
    this.#trail.forget();
    this.#pending = this.#offer = undefined;
    super.forget();
  }

  protected override updated(): void {
    const { loaded } = this.#loading;
    const { session } = this.connection;
    const paged = this.#settings.view === 'paged';
    if (this.#shown && paged !== this.#layout.paged) void this.#layout.switch(paged);
    this.#home.tell(session, this.#away);
    if (!loaded || !session || this.#isShown(loaded)) return;
    const before = this.#shown;
    const same = loaded.document.policy === before?.document.policy;
    const place = same ? this.#layout.place : undefined;
    this.#close();
    this.#shown = loaded;
    this.#ended = false;
    this.#gone = undefined;
    this.#layout.paged = paged;
    const sitting = new ReadingSession(session, loaded, () => this.#layout.view.inView());
    this.#session = sitting;
    this.dispatchEvent(new PolicyDisplayedEvent(loaded.document));
    const { sections } = loaded.document;
    const named = (section = ''): Place | undefined =>
      sections.some(({ id }) => id === section) ? startOf(section) : undefined;
    const start = this.#pending ?? place ?? named(this.section);
    this.#pending = undefined;
    const last = loaded.reading?.last;
    this.#offer =
      !start && last && last.section !== sections[0]?.id ? named(last.section) && last : undefined;
    this.requestUpdate();
    void this.updateComplete.then(async () => {
      const moves = start === place && before?.version.number !== loaded.version.number;
      const opening = before && place && moves ? await this.#carry(before, loaded, place) : start;
      if (loaded !== this.#shown) return;
      await this.#layout.begin(loaded.gate, this.#sections!, opening);
      // Who was led to the new text goes on where it opens.
      if (start && this.renderRoot.querySelector('.title:focus')) this.#focus(start);
      await this.#beside(loaded, sitting);
    });
  }

  /** In another version a place is in the same paragraph, wherever that stands now; where it is gone, that is said. */
  async #carry(before: Loaded, loaded: Loaded, place: Place): Promise<Place> {
    try {
      const { carryOver, vanished } = await import('./changes/carry.js');
      const carried = await carryOver(before, loaded, place);
      const { language } = this.connection;
      const gone = carried ? undefined : await vanished(this, language, this.#stay);
      if (loaded === this.#shown) this.#gone = gone;
      return carried ?? startOf(place.section);
    } catch {
      return place;
    }
  }

  /** Adds what comes to a text on display. */
  async #beside(loaded: Loaded, sitting: ReadingSession): Promise<void> {
    const { client } = sitting.session;
    const { language } = this.connection;
    const reading = { host: this, layout: this.#layout, client, loaded, language };
    const changes = await import('./beside.js')
      .then(({ beside }) => beside(reading, this.#tools, sitting))
      .catch(() => undefined);
    if (loaded !== this.#shown) return;
    this.#changes = changes;
    this.requestUpdate();
  }

  /** Whether something else is shown than what the page has put up, or what nothing is asked about. */
  get #away(): boolean {
    const { loaded } = this.#loading;
    return this.#home.isLeft(this.policy) || (!!loaded && loaded.version.status !== 'published');
  }

  get #imprint(): string | undefined {
    const { loaded } = this.#loading;
    if (!loaded) return undefined;
    const spoken = datesIn(this.connection.language);
    const now = new Intl.DateTimeFormat(spoken, { dateStyle: 'long', timeStyle: 'short' });
    const words = this.#words;
    const facts = factsOf(words, loaded, spoken);
    return `${loaded.document.title} · ${facts} · ${words.printed(now.format(new Date()))}`;
  }

  get #words() {
    return inLanguage(strings, this.connection.language);
  }

  get #settings(): Settings {
    return { ...defaults, ...(this.view && { view: this.view }), ...this.#chosen };
  }

  #isShown({ summary }: Loaded): boolean {
    return summary.contentHash === this.#shown?.summary.contentHash;
  }

  #choose(chosen: Partial<Settings>): void {
    this.#chosen = { ...this.#chosen, ...chosen };
    remember(this.#chosen);
    this.requestUpdate();
    void this.updateComplete.then(() => this.#layout.keep());
  }

  /** Shows the text anew, at the same place. */
  #begin(): void {
    if (this.#shown) this.#pending = this.#layout.place;
    this.#close();
  }

  #close(): void {
    this.#session?.close();
    this.#changes?.drop();
    this.#session = this.#shown = this.#changes = undefined;
  }

  #moved(): void {
    const { place, progress, atEnd } = this.#layout;
    if (!place || !this.#shown) return;
    const { policy, version, sections } = this.#shown.document;
    // Where somebody was stays, while it is on offer, until they have read on from here.
    this.#session?.moved(place, !!this.#offer && place.section === sections[0]?.id);
    this.dispatchEvent(new PlaceChangedEvent(policy, place, progress));
    if (atEnd && !this.#ended) {
      this.#ended = true;
      this.dispatchEvent(new EndReachedEvent(policy, version));
    }
    // On the line alone: of the whole reader, every element's style would be worked out again.
    const line = this.renderRoot.querySelector<HTMLElement>('.line');
    line?.style.setProperty('--_progress', String(progress));
    this.requestUpdate();
  }

  #go(place: Place, going = this.#layout.go(place)): void {
    this.#offer = undefined;
    this.#shut();
    void going.then(() => this.#focus(place));
  }

  #shut(): void {
    for (const open of this.renderRoot.querySelectorAll<HTMLElement>(':popover-open')) {
      open.hidePopover();
    }
  }

  #focus({ section }: Place): void {
    const heading = `section[data-id="${CSS.escape(section)}"] [role=heading]`;
    this.renderRoot.querySelector<HTMLElement>(heading)?.focus({ preventScroll: true });
  }

  #open(policy: string, place: Place | undefined): void {
    if (policy === this.policy) {
      if (place) this.#go(place);
      return;
    }
    this.#pending = place;
    this.policy = policy;
    this.version = this.#home.follow(policy);
  }

  #turn(by: 1 | -1): void {
    this.#offer = undefined;
    void this.#layout.turn(by);
  }

  /** Closes what is said of a place that is gone. */
  readonly #stay = (): void => {
    this.#gone = undefined;
    this.requestUpdate();
    this.#focus(this.#layout.place!);
  };

  readonly #toggled = (event: ToggleEvent): void => {
    const panel = panelOf(event);
    if (!panel) return;
    const opens = event.newState === 'open';
    if (event.type === 'toggle') returnFocus(panel, event);
    else {
      // Thousands of sections are not listed for nobody.
      if (panel.id === 'contents') this.#listing = opens;
      if (opens) this.#tools.opened(panel.id);
    }
    this.requestUpdate();
  };

  #pressed(event: KeyboardEvent): void {
    const by = this.#layout.paged ? turnOf(event, this.#layout.rtl) : 0;
    if (!by) return;
    event.preventDefault();
    this.#turn(by);
  }

  protected override render(): TemplateResult {
    const { loaded } = this.#loading;
    // The words are in the language of the page only as far as we speak it.
    const language = datesIn(this.connection.language);
    if (!loaded)
      return html`<div role="status" tabindex="-1" lang=${language} dir=${directionOf(language)}>
        ${says(this.connection, this.state, !!this.policy) ?? this.#failure()}
      </div>`;
    const words = this.#words;
    const { view, theme, font, spacing, width, line } = this.#settings;
    const { document } = loaded;
    const paged = view === 'paged';
    return html`<div
      class="reader ${view} ${!paged && document.sections.length > manySections ? 'long' : ''}"
      lang=${language}
      dir=${directionOf(language)}
      data-theme=${theme}
      data-font=${font}
      data-spacing=${spacing}
      data-width=${width}
      data-line=${line}
      @keydown=${this.#pressed}
      @beforetoggle=${{ handleEvent: this.#toggled, capture: true }}
      @toggle=${{ handleEvent: this.#toggled, capture: true }}
    >
      ${bar(words, this.#layout, this.#trail)} ${this.#resume(words)} ${this.#changes?.render()}
      <div role="status">${this.#loading.error ? this.#failure() : nothing}</div>
      <div class="frame">
        <article
          part="text"
          tabindex="0"
          lang=${document.language}
          dir=${directionOf(document.language)}
          aria-label=${document.title}
          @selectstart=${() => void this.#tools.mark()}
          @focusin=${({ target }: Event) => this.#layout.reveal(target as HTMLElement)}
          @click=${(event: Event) => this.#trail.follow(event, this.renderRoot, !!this.hrefTemplate)}
        >
          ${head(words, loaded, this.headingLevel, language, (chosen) => this.#speak(chosen))}
          ${this.#sections?.fragment}
        </article>
      </div>
      <div class="gone" role="status">${this.#gone}</div>
      ${paged ? turner(words, this.#layout, (by) => this.#turn(by)) : nothing}
      ${this.#tools.voice()}
      <div
        class="end"
        ?hidden=${this.#away || (!this.#ended && (paged || this.matches(':fullscreen')))}
      >
        <slot name="end"></slot>
      </div>
      ${this.#panels(words, loaded)}
    </div>`;
  }

  #resume(words: typeof strings.en): TemplateResult | typeof nothing {
    const offer = this.#offer;
    const section = this.#shown?.document.sections.find(({ id }) => id === offer?.section);
    if (!offer || !section) return nothing;
    const stay = (): void => {
      this.#offer = undefined;
      this.#moved();
    };
    return resume(words, section.title || words.start, offer, () => this.#go(offer), stay);
  }

  #panels(words: typeof strings.en, { document }: Loaded): TemplateResult {
    const session = this.#session;
    const { displayed = 0, seconds = 0, assistive = false, sentAt } = session ?? {};
    const measured = {
      displayed,
      seconds,
      assistive,
      sections: document.sections.length,
      sentAt: sentAt?.toLocaleTimeString(datesIn(this.connection.language), { timeStyle: 'short' }),
    };
    const waiting = html`<div role="status">
      ${this.#tools.failed ? words.offline : says(this.connection, 'loading', true)}
    </div>`;
    const type = this.#tools.type(this.#settings, (chosen) => this.#choose(chosen), words.offline);
    const contents =
      this.#listing &&
      this.#tools.contents(
        words,
        document,
        this.#layout.place?.section,
        (section) => !!session?.has(section),
        (section) => this.#go(startOf(section)),
      );
    const record = this.#tools.record(measured, (said) => {
      if (session) session.assistive = said;
      this.requestUpdate();
    });
    return html`<div id="search" popover part="panel" role="dialog" aria-label=${words.search}>
        ${this.#tools.search() ?? html`<div class="top">${waiting}</div>`}
      </div>
      ${panel('contents', words.contents, words.close, this.#listing ? (contents ?? waiting) : nothing)}
      ${panel('type', words.type, words.close, type ?? waiting)}
      ${panel('record', words.known, words.close, record ?? waiting)}`;
  }

  #speak(language: string): void {
    this.#language = language;
    this.refresh();
  }

  #failure(): TemplateResult {
    return failure(this.connection, this.#loading.error, () => this.refresh());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'policy-reader': PolicyReader;
  }
}
