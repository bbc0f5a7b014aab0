import type { Place } from '@heed/sdk';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { directionOf } from '../direction.js';
import type { ReadingSession } from '../reading-session.js';
import type { TextLayout } from '../text-layout.js';
import { learnTool } from '../../tool-words.js';
import { strings, type Words } from './elsewhere.strings.js';
import { styles } from './elsewhere.styles.js';
import { foldQuery } from './folding.js';
import { lookThrough, type Found, type Passage, type Progress } from './looking-through.js';

/** What it needs to know of the reader. */
export interface Around {
  readonly host: LitElement;
  readonly layout: TextLayout;
  readonly reading: ReadingSession;
  /** Opens another policy at a place, where that is not left to the page. */
  readonly visit: (event: Event, policy: string, place: Place) => void;
}

/** Makes it ready in a reader, in the language of the page. */
export async function openElsewhere(around: Around, language: string): Promise<Elsewhere> {
  const root = around.host.renderRoot as ShadowRoot;
  const sheet = styles.styleSheet!;
  const there = root.adoptedStyleSheets;
  if (!there.includes(sheet)) root.adoptedStyleSheets = [...there, sheet];
  return new Elsewhere(around, await learnTool(strings, language));
}

/** The search in the other policies that a person may read, when they ask for it. */
export class Elsewhere {
  #progress: Progress | undefined;
  #failed = false;
  #query = '';
  #looking = new AbortController();

  constructor(
    private readonly around: Around,
    private readonly words: Words,
  ) {}

  /** Leaves what is being looked for. */
  stop(): void {
    this.#looking.abort();
    this.#progress = undefined;
    this.#failed = false;
  }

  /** The way to look further, and what was found. */
  render(query: string): TemplateResult {
    if (query !== this.#query) this.stop();
    this.#query = query;
    const progress = this.#progress;
    return html`<div class="elsewhere">
      ${
        progress
          ? nothing
          : html`<button type="button" part="button" @click=${() => void this.#look()}>
              ${this.words.look}
            </button>`
      }
      <p class="muted" role="status">${this.#said()}</p>
      ${progress?.found.map((one) => this.#found(one))}
    </div>`;
  }

  #said(): string {
    const words = this.words;
    if (this.#failed) return words.failed;
    if (!this.#progress) return '';
    const { looked, of, missed, found } = this.#progress;
    if (looked < of) return words.looking(looked, of);
    const hits = found.reduce((sum, { count }) => sum + count, 0);
    const said = hits ? words.found(hits, found.length) : words.none(of - missed);
    return missed ? `${said} ${words.missed(missed)}` : said;
  }

  #found({ policy, title, language, count, passages }: Found): TemplateResult {
    const more = count - passages.length;
    const passage = ({ place, title: section, before, match, after }: Passage): TemplateResult =>
      html`<li>
        <a
          class="button"
          href=${this.around.layout.filling.address(policy, place.section)}
          @click=${(event: Event) => this.around.visit(event, policy, place)}
          ><span class="muted">${section || this.words.start}</span>
          <span>${before}<mark>${match}</mark>${after}</span></a
        >
      </li>`;
    return html`<div lang=${language} dir=${directionOf(language)}>
        <div role="heading" aria-level="3">${title}</div>
        <ol class="hits">
          ${passages.map(passage)}
        </ol>
      </div>
      ${more > 0 ? html`<p class="muted">${this.words.more(more)}</p>` : nothing}`;
  }

  async #look(): Promise<void> {
    this.stop();
    const { host, reading } = this.around;
    const { gate, document } = reading.loaded;
    const { signal } = (this.#looking = new AbortController());
    const tell = (progress: Progress): void => {
      if (signal.aborted) return;
      this.#progress = progress;
      host.requestUpdate();
    };
    const { policy: except, language } = document;
    const wanted = { query: foldQuery(this.#query), except, language, gate };
    try {
      await lookThrough(reading.session.client, wanted, tell, signal);
    } catch {
      if (signal.aborted) return;
      this.#progress = undefined;
      this.#failed = true;
      host.requestUpdate();
    }
  }
}
