import { html, nothing, type TemplateResult } from 'lit';
import { directionOf } from '../direction.js';
import { listedAtMost, type Listed } from './listing.js';
import type { Words } from './search.strings.js';

/** What the panel shows. */
export interface Shown {
  query: string;
  /** What came of it, in words. */
  said: string;
  /** How many hits there are. */
  count: number;
  /** The number of the current hit. */
  current: number;
  listed: readonly Listed[];
  /** BCP 47, of the text. */
  language: string;
  /** The search in other policies. */
  elsewhere: unknown;
}

/** What a person does in the panel. */
export interface Acts {
  type(query: string): void;
  step(by: 1 | -1): void;
  choose(hit: number): void;
  end(): void;
}

function hits(
  words: Words,
  { listed, count, current, language }: Shown,
  acts: Acts,
): TemplateResult {
  return html`<ol class="hits" lang=${language} dir=${directionOf(language)}>
      ${listed.map(
        (section) =>
          html`<li>
            <div role="heading" aria-level="3">${section.title || words.start}</div>
            <ol>
              ${section.hits.map(
                ({ number, before, match, after }) =>
                  html`<li>
                    <button
                      type="button"
                      aria-current=${number === current ? 'true' : nothing}
                      @click=${() => acts.choose(number)}
                    >
                      ${before}<mark>${match}</mark>${after}
                    </button>
                  </li>`,
              )}
            </ol>
          </li>`,
      )}
    </ol>
    ${count > listedAtMost ? html`<p class="muted">${words.listed(listedAtMost)}</p>` : nothing}`;
}

/** The panel: what is looked for, what came of it, and the hits. */
export function searchPanel(words: Words, shown: Shown, acts: Acts): TemplateResult {
  const { query, said, count } = shown;
  const step = (by: 1 | -1, label: string, sign: string): TemplateResult =>
    html`<button
      type="button"
      part="button"
      aria-label=${label}
      aria-disabled=${String(!count)}
      @click=${() => acts.step(by)}
    >
      ${sign}
    </button>`;
  const pressed = (event: KeyboardEvent): void => {
    // Within a word that is being composed, Enter is a key of the input method.
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    acts.step(event.shiftKey ? -1 : 1);
  };
  return html`<div class="top">
      <div role="heading" aria-level="2">${words.title}</div>
      <button
        type="button"
        part="button"
        popovertarget="search"
        popovertargetaction="hide"
        @click=${() => acts.end()}
      >
        ${words.close}
      </button>
    </div>
    <div class="find">
      <input
        type="search"
        dir="auto"
        autofocus
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        aria-label=${words.title}
        .value=${query}
        @input=${(event: Event) => acts.type((event.target as HTMLInputElement).value)}
        @keydown=${pressed}
      />
      ${step(-1, words.previous, '↑')} ${step(1, words.next, '↓')}
    </div>
    <p class="said muted" role="status">${said}</p>
    <div class="results">
      ${
        count ? hits(words, shown, acts) : said ? nothing : html`<p class="muted">${words.hint}</p>`
      }
      ${shown.elsewhere}
    </div>`;
}
