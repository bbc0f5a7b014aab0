import { html, nothing, type TemplateResult } from 'lit';
import type { Mark } from './mark.js';
import type { Words } from './marks.strings.js';

/** A mark, and whether its words stand in the text on display. */
export interface Listed {
  readonly mark: Mark;
  readonly found: boolean;
}

/** The marks of a person in this policy, in the order of the text. */
export function marksList(
  words: Words,
  marks: readonly Listed[],
  open: (mark: Mark) => void,
): TemplateResult | typeof nothing {
  if (!marks.length) return nothing;
  const item = ({ mark, found }: Listed): TemplateResult =>
    html`<li>
      <button type="button" @click=${() => open(mark)}>
        <span>
          <span lang=${mark.language}>${words.quoted(excerpt(mark.text))}</span>
          ${mark.note ? html`<span class="muted written"><bdi>${excerpt(mark.note)}</bdi></span>` : nothing}
        </span>
        ${found ? nothing : html`<span class="muted">${words.missing}</span>`}
      </button>
    </li>`;
  return html`<div class="mine">
    <div role="heading" aria-level="3">${words.mine}</div>
    <p class="muted">${words.only}</p>
    <ol class="contents">
      ${marks.map(item)}
    </ol>
  </div>`;
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 120).replace(/\p{Cs}$/u, '')}…` : line;
}
