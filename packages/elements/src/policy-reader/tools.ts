import type { Document, Place } from '@heed/sdk';
import type { LitElement, TemplateResult } from 'lit';
import type { TextLayout } from './text-layout.js';
import type { Acts, Note } from './notes/notes.js';
import type { Marks } from './marks/marks.js';
import type { Panels } from './panels/panels.js';
import type { Measured } from './panels/record-panel.js';
import type { ReadingSession } from './reading-session.js';
import type { Search } from './search/search.js';
import type { Settings } from './settings.js';
import type { Speech } from './speech/speech.js';
import type { Terms } from './terms/terms.js';

/** What of a reader is loaded when somebody asks for it: most people read without. */
export class Tools {
  /** Whether the last one that was asked for could not be loaded. */
  failed = false;
  /** What is marked in the text, once that is loaded. */
  marks: Marks | undefined;
  /** The terms of the organisation that stand in it, where there are some. */
  terms: Terms | undefined;
  #search: Search | undefined;
  #speech: Speech | undefined;
  #panels: Panels | undefined;
  readonly #parts: readonly [
    LitElement,
    TextLayout,
    () => ReadingSession | undefined,
    () => string,
  ];

  constructor(
    private readonly host: LitElement,
    layout: TextLayout,
    session: () => ReadingSession | undefined,
    private readonly language: () => string,
    /** Leaves the panel for a place that is being gone to. */
    readonly leave: (place: Place, going: Promise<void>) => void,
    /** Opens another policy at a place, where that is not left to the page. */
    readonly visit: (event: Event, policy: string, place: Place) => void,
  ) {
    this.#parts = [host, layout, session, language];
  }

  /** A panel has been opened. */
  opened(panel: string): void {
    if (panel === 'search') void this.#bring(() => this.#seek());
    else void this.#bring(() => this.#learn());
  }

  /** The search. */
  search(): TemplateResult | undefined {
    return this.#search?.render();
  }

  /** The settings; `trouble` is said where reading aloud could not be loaded. */
  type(
    settings: Settings,
    choose: (chosen: Partial<Settings>) => void,
    trouble: string,
  ): TemplateResult | undefined {
    const listen = (): void => void this.#bring(() => this.#listen());
    return this.#panels?.type(settings, choose, listen, this.failed ? trouble : undefined);
  }

  /** What is recorded. */
  record(
    measured: Omit<Measured, 'aloud' | 'kept'>,
    say: (assistive: boolean) => void,
  ): TemplateResult | undefined {
    return this.#panels?.record({ ...measured, aloud: this.#speech?.renderRecord() }, say);
  }

  /** The line below the text while it is read aloud. */
  voice(): ReturnType<Speech['render']> | undefined {
    return this.#speech?.render();
  }

  /** The contents, with what else is found by place. */
  contents(
    words: Parameters<Panels['contents']>[0],
    document: Document,
    here: string | undefined,
    displayed: (section: string) => boolean,
    go: (section: string) => void,
  ): TemplateResult | undefined {
    return this.#panels?.contents(words, document, here, displayed, go, this);
  }

  /** Somebody selects text, or has marked some of it before. */
  async mark(): Promise<void> {
    if (this.marks) return;
    // Without it, selecting is what it is on every page.
    const loaded = await import('./marks/marks.js').catch(() => undefined);
    if (loaded) this.marks ??= new loaded.Marks(...this.#parts, this.leave);
  }

  /** A note opens where it is linked to; where that cannot be loaded, it is gone to. */
  async note(note: Note, acts: Acts): Promise<void> {
    try {
      const { openNote } = await import('./notes/notes.js');
      await openNote(this.host, note, acts, this.language());
    } catch {
      acts.go();
    }
  }

  async #seek(): Promise<void> {
    const { Search } = await import('./search/search.js');
    this.#search ??= new Search(...this.#parts, this.leave, this.visit);
    void this.#search.open();
  }

  async #listen(): Promise<void> {
    const { Speech } = await import('./speech/speech.js');
    this.#speech ??= new Speech(...this.#parts);
    void this.#speech.listen();
  }

  async #learn(): Promise<void> {
    const { openPanels } = await import('./panels/panels.js');
    const [host, layout, sitting] = this.#parts;
    const { device } = sitting()!.session.client;
    this.#panels = await openPanels(host, this.language(), device, layout);
  }

  async #bring(load: () => Promise<void>): Promise<void> {
    this.failed = false;
    try {
      await load();
    } catch {
      this.failed = true;
    }
    this.host.requestUpdate();
  }
}
