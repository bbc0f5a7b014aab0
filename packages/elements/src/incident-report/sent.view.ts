import type { IsmsError } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from './incident-report.strings.js';
import { momentOf } from './moment.js';
import { saveReceipt } from './receipt-file.js';
import type { Told } from './reporting.js';

/** What can be done with a report that was sent. */
export interface Acts {
  retry(told: Told): void;
  edit(told: Told): void;
  discard(told: Told): void;
  /** Begins another one. */
  another(told: Told): void;
}

/**
 * What became of a report that was sent here.
 *
 * @param code what is said about the code of a report without a name; absent of every other.
 */
export function sentView(
  told: Told,
  words: Words,
  dates: string,
  acts: Acts,
  code?: TemplateResult,
): TemplateResult {
  const { recorded } = told;
  if (!recorded) return waitingView(told, words, acts);
  return html`<p class="recorded" part="state">
      <bdi>${words.recorded(momentOf(recorded.incident.reportedAt, dates))}</bdi>
    </p>
    ${code ?? html`<p><bdi>${words.next}</bdi></p>`}
    <div class="acts">
      ${
        // A file that proves it would be a trace of who reported.
        code
          ? nothing
          : html`<button part="button" type="button" @click=${() => saveReceipt(recorded)}>
              ${words.receipt}
            </button>`
      }
      <button part="button" type="button" @click=${() => acts.another(told)}>
        ${words.another}
      </button>
    </div>`;
}

/** What becomes of a report that is not recorded, and the way out where it has not gone through. */
function waitingView(told: Told, words: Words, acts: Acts): TemplateResult {
  const isRefused = told.state === 'rejected';
  const isStuck = isRefused || (told.state === 'queued' && !!told.error);
  const button = (label: string, act: (told: Told) => void): TemplateResult =>
    html`<button part="button" type="button" @click=${() => act(told)}>${label}</button>`;
  return html`<p class=${isStuck ? 'stuck' : ''} part="state">
      <bdi>${reasonOf(told, words)}</bdi>
    </p>
    ${
      isStuck
        ? html`<div class="acts">
            ${
              isRefused
                ? html`${button(words.edit, acts.edit)} ${button(words.discard, acts.discard)}`
                : button(words.sendNow, acts.retry)
            }
          </div>`
        : nothing
    }`;
}

/** In words, what becomes of it: where it has not gone through why, and what to do. */
function reasonOf({ state, error, durable }: Told, words: Words): string {
  if (!error || state === 'sending') return words.sending;
  const { kind, requestId, code } = error as IsmsError & { code?: string };
  if (state === 'rejected') return words.refused(requestId ?? code ?? kind);
  const next = /auth|isms/.test(kind) ? words.signIn : words.later;
  return `${durable ? words.waits : words.unsafe} ${next}`;
}

/** What was reported in an earlier visit and is not recorded yet. */
export function earlierView(
  all: readonly Told[],
  words: Words,
  acts: Acts,
): TemplateResult | typeof nothing {
  if (!all.length) return nothing;
  return html`<ul class="waiting" part="waiting">
    ${all.map(
      (told) =>
        html`<li>
          <p class="muted"><bdi>${words.earlierReport}</bdi></p>
          <p class="plain" dir="auto">${told.body.noticed}</p>
          ${waitingView(told, words, acts)}
        </li>`,
    )}
  </ul>`;
}
