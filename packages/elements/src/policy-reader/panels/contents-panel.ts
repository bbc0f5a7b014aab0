import type { Document, Section } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { strings } from '../policy-reader.strings.js';
import type { Tools } from '../tools.js';

type Words = (typeof strings)['en'];

/** The sections, with the ones that were displayed. */
export function contentsPanel(
  words: Words,
  { sections, language }: Document,
  current: string | undefined,
  displayed: (section: string) => boolean,
  go: (section: string) => void,
  /** What else is found by place. */
  { marks, terms }: Pick<Tools, 'marks' | 'terms'>,
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
  return html`<ol class="contents">
      ${sections.map(item)}
    </ol>
    ${terms?.render()} ${marks?.render()}`;
}
