import { css, html, type LitElement, type TemplateResult } from 'lit';
import { datesIn } from '../../language.js';
import { learnTool } from '../../tool-words.js';
import { strings } from './changes.strings.js';

const styles = css`
  .gone {
    position: sticky;
    inset-block-end: var(--_2);
    z-index: 1;
  }
  .gone > .resume {
    margin-block: var(--_4) 0;
    color: light-dark(#1d1f1c, #e3e4de);
    background: light-dark(#fff, #22251f);
    box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 0.14);
  }
  .reader[data-theme='sepia'] .gone > .resume {
    color: #3c2f20;
    background: #fdf6e7;
  }
`;

/** What somebody is told whose place is not in the version that they were led to. */
export async function vanished(
  host: LitElement,
  language: string,
  close: () => void,
): Promise<TemplateResult> {
  const words = await learnTool(strings, language);
  const root = host.renderRoot as ShadowRoot;
  const sheet = styles.styleSheet!;
  const there = root.adoptedStyleSheets;
  if (!there.includes(sheet)) root.adoptedStyleSheets = [...there, sheet];
  return html`<div class="resume" part="notice" lang=${datesIn(language)}>
    <p>${words.gone}</p>
    <button type="button" part="button" @click=${close}>${words.close}</button>
  </div>`;
}
