import type { Client } from '@heed/sdk';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { datesIn } from '../../language.js';
import type { Loaded } from '../document-loading.js';
import { panel } from '../panel.js';
import type { TextLayout } from '../text-layout.js';
import { learnTool } from '../../tool-words.js';
import { startOf } from '../trail.js';
import { strings } from './changes.strings.js';
import { styles } from './changes.styles.js';
import type { Change, Comparison } from './compare.js';
import { excerpt } from './excerpt.js';
import type { Since } from './since.js';

type Words = (typeof strings)['en'];

type State = 'offered' | 'working' | 'shown' | 'same' | 'rewritten' | 'failed';

/** The reader that shows the changes. */
export interface Reading {
  readonly host: LitElement;
  readonly layout: TextLayout;
  readonly client: Client;
  readonly loaded: Loaded;
  /** BCP 47; the language of the words around the text. */
  readonly language: string;
}

/** "What changed since the version you acknowledged": an offer, the marks in the text, and a list of them. */
export class Changes {
  #state: State = 'offered';
  #found: Comparison | undefined;
  #dropped = false;
  /** Made once: the reader renders with every step a person takes. */
  #excerpts: readonly DocumentFragment[] = [];

  private constructor(
    private readonly reading: Reading,
    private readonly since: Since,
    private readonly words: Words,
  ) {
    const root = reading.host.renderRoot as ShadowRoot;
    const { styleSheet } = styles;
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) {
      root.adoptedStyleSheets.push(styleSheet);
    }
  }

  /** Makes the offer, in the language of the page. */
  static async offer(reading: Reading, since: Since): Promise<Changes> {
    return new Changes(reading, since, await learnTool(strings, reading.language));
  }

  /** The line above the text, and the list behind it. */
  render(): TemplateResult {
    const { words } = this;
    const { version, summaries } = this.since;
    return html`<div class="resume" part="changes">
        <div>
          <p><bdi>${words.since(version.label ?? String(version.number))}</bdi></p>
          ${summaries.map((summary) => html`<p><bdi>${summary}</bdi></p>`)}
          <p class="muted" role="status">${this.#says()}</p>
        </div>
        <div class="acts">${this.#buttons()}</div>
      </div>
      ${panel('changes', words.title, words.close, this.#list())}`;
  }

  /** Another text takes the place of this one: nothing of an earlier version may stay in it, or come to it late. */
  drop(): void {
    this.#dropped = true;
    const root = this.reading.host.renderRoot as ShadowRoot;
    root.querySelector('.before')?.remove();
    for (const section of root.querySelectorAll('section[data-changed]')) {
      section.removeAttribute('data-changed');
    }
  }

  #says(): string {
    const { words } = this;
    if (!this.since.text) return words.untranslated;
    if (this.#state === 'shown') return words.shown(this.#found!.changes.length);
    return this.#state === 'offered' ? '' : words[this.#state];
  }

  #buttons(): TemplateResult | typeof nothing {
    const { words } = this;
    const button = (label: string, act: () => void): TemplateResult =>
      html`<button
        type="button"
        part="button"
        aria-disabled=${String(this.#state === 'working')}
        @click=${act}
      >
        ${label}
      </button>`;
    if (!this.since.text || this.#state === 'same' || this.#state === 'rewritten') return nothing;
    if (this.#state === 'failed') return button(words.again, () => void this.#show());
    if (this.#state !== 'shown') return button(words.show, () => void this.#show());
    return html`<button type="button" part="button" popovertarget="changes">${words.list}</button>
      ${button(words.hide, () => this.#hide())}`;
  }

  #list(): TemplateResult {
    const { words } = this;
    const { sections, language } = this.reading.loaded.document;
    const item = (change: Change, i: number): TemplateResult =>
      html`<li>
        <button type="button" @click=${() => this.#go(change)}>
          <span class="muted" lang=${datesIn(this.reading.language)}>
            ${words[change.kind]}:
            <bdi lang=${language}>${sections[change.section]?.title || words.start}</bdi>
          </span>
          ${this.#excerpts[i]}
        </button>
      </li>`;
    return html`<ol class="changes" lang=${language}>
      ${this.#found?.changes.map(item)}
    </ol>`;
  }

  async #show(): Promise<void> {
    if (this.#state === 'working') return;
    this.#become('working');
    const { client, loaded } = this.reading;
    const { policy, number: version } = this.since.version;
    const { contentHash } = this.since.text!;
    try {
      const [was, { compareDocuments }] = await Promise.all([
        client.documents.read({ policy, version, contentHash }),
        import('./compare.js'),
      ]);
      this.#found = await compareDocuments(was, loaded.document, loaded.gate);
    } catch {
      this.#become('failed');
      return;
    }
    if (this.#dropped) return;
    const { changes } = this.#found ?? {};
    this.#excerpts = changes?.map(({ shown }) => excerpt(shown)) ?? [];
    if (changes?.length) this.#mark(this.#found);
    this.#become(!changes ? 'rewritten' : changes.length ? 'shown' : 'same');
  }

  #hide(): void {
    this.#mark((this.#found = undefined));
    this.#become('offered');
  }

  #become(state: State): void {
    this.#state = state;
    this.reading.host.requestUpdate();
  }

  /** Puts the marks into the text, or takes them out; the place stays. */
  #mark(found: Comparison | undefined): void {
    const { host, layout } = this.reading;
    const { words } = this;
    const root = host.renderRoot as ShadowRoot;
    for (const name of ['inserted', 'deleted', 'end'] as const) {
      host.style.setProperty(`--_${name}`, JSON.stringify(words[name]));
    }
    layout.filling.revise(found?.bodies ?? new Map<number, DocumentFragment>());
    root.querySelector('.before')?.remove();
    const { elements } = layout;
    for (const [i, element] of elements.entries()) {
      element.toggleAttribute('data-changed', !!found?.headings.has(i));
    }
    const first = found?.bodies.get(-1);
    if (first && elements[0]) {
      const before = document.createElement('div');
      before.className = 'body before';
      before.append(first);
      elements[0].prepend(before);
    }
    void layout.keep();
  }

  #go({ section, shown }: Change): void {
    const { host, layout, loaded } = this.reading;
    (host.renderRoot as ShadowRoot).querySelector<HTMLElement>('#changes')!.hidePopover();
    const number = Math.max(0, section);
    layout.filling.fill(number);
    const first = shown.find((node) => node.isConnected);
    const element = first instanceof Element ? first : first?.parentElement;
    if (element instanceof HTMLElement) {
      void layout.goToElement(element).then(() => {
        element.tabIndex = -1;
        element.focus({ preventScroll: true });
      });
    } else void layout.go(startOf(loaded.document.sections[number]!.id));
  }
}
