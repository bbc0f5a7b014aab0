import { css, html, type TemplateResult } from 'lit';
import { datesIn, inLanguage } from '../language.js';
import { inTrouble, type Session } from '../session.js';
import { strings } from './session-notice.strings.js';

/** One calm line with the way out, for elements that have nothing else to show. */
export const noticeStyles = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_3) var(--_4);
    padding-inline-start: var(--_4);
    border-inline-start: 3px solid var(--_warning);
  }
  .notice p {
    max-inline-size: 38em;
  }
`;

/** A sentence and, where something can be done, one button. */
export function notice(
  text: string,
  action?: string,
  act?: () => void,
  busy = false,
): TemplateResult {
  return html`<div class="notice" part="notice">
    <p><bdi>${text}</bdi></p>
    ${
      action
        ? html`<button
            part="button"
            type="button"
            aria-disabled=${String(busy)}
            @click=${() => busy || act?.()}
          >
            ${action}
          </button>`
        : ''
    }
  </div>`;
}

/** What keeps the page from the backend; nothing while it connects or is ready. */
export function sessionNotice(session: Session, language: string): TemplateResult | undefined {
  const trouble = inTrouble(session);
  if (!trouble) return undefined;
  const words = inLanguage(strings, language);
  const { asOf } = session.client.device;
  const kept =
    trouble === 'unreachable' && asOf
      ? ` ${words.kept(asOf.toLocaleString(datesIn(language), { dateStyle: 'medium', timeStyle: 'short' }))}`
      : '';
  return notice(words[trouble] + kept, words.again, () => void session.load(), session.busy);
}
