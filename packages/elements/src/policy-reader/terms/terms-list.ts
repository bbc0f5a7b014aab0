import { html, nothing, type TemplateResult } from 'lit';
import { directionOf } from '../direction.js';
import type { Entry } from './term.js';
import type { Words } from './explaining.strings.js';

/** The terms of a text with what they mean. */
export function termsList(
  words: Words,
  entries: readonly Entry[],
  language: string,
  more: (entry: Entry) => unknown,
  go: (entry: Entry) => void,
): TemplateResult {
  const direction = directionOf(language);
  const item = (entry: Entry): TemplateResult => {
    const link = more(entry);
    return html`<div>
      <dt>
        <span lang=${language} dir=${direction}>${entry.name}</span>
        <button
          type="button"
          part="button"
          aria-label="${words.show}: ${entry.name}"
          @click=${() => go(entry)}
        >
          ${words.show}
        </button>
      </dt>
      <dd lang=${language} dir=${direction}>${entry.meaning}</dd>
      ${link === nothing ? nothing : html`<dd>${link}</dd>`}
    </div>`;
  };
  return html`<div class="terms">
    <div role="heading" aria-level="3">${words.terms}</div>
    <dl>${entries.map(item)}</dl>
  </div>`;
}
