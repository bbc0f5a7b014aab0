import type { Document, Section } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { panel } from './panel.js';
import type { strings } from './policy-reader.strings.js';

type Words = (typeof strings)['en'];

/** The sections, with the ones that were displayed. */
export function contentsPanel(
  words: Words,
  { sections, language }: Document,
  current: string | undefined,
  displayed: (section: string) => boolean,
  go: (section: string) => void,
  /** Whether somebody looks: thousands of sections are not listed for nobody. */
  open: boolean,
  more: unknown,
): TemplateResult {
  const item = ({ id, title, level }: Section): TemplateResult =>
    html`<li class="l${level}">
      <button
        type="button"
        aria-current=${id === current ? 'location' : nothing}
        @click=${() => go(id)}
      >
        <span lang=${title ? language : nothing}>${title || words.start}</span>
        ${displayed(id) ? html`<span class="muted">${words.displayed}</span>` : nothing}
      </button>
    </li>`;
  const list = html`<ol class="contents">
    ${open ? sections.map(item) : nothing}
  </ol>`;
  return panel('contents', words.contents, words.close, [list, more]);
}
