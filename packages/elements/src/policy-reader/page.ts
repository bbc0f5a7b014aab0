import type { Place } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { minutesFor } from '../reading-time.js';
import type { Loaded } from './document-loading.js';
import { recallPace } from './pace.js';
import type { strings } from './policy-reader.strings.js';
import type { TextLayout } from './text-layout.js';
import type { Trail } from './trail.js';

type Words = (typeof strings)['en'];

/** A language by its own name: whoever looks for it can read that. */
function nameOf(language: string): string | undefined {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language);
  } catch {
    return language;
  }
}

/** The line above the text: the panels, the way back and what is left. */
export function bar(words: Words, layout: TextLayout, trail: Trail): TemplateResult {
  const opens = (panel: string, label: string): TemplateResult =>
    html`<button type="button" part="button" popovertarget=${panel}>${label}</button>`;
  return html`<div class="bar" part="bar">
    ${opens('search', words.search)} ${opens('contents', words.contents)}
    ${opens('type', words.type)} ${opens('record', words.record)}
    ${
      trail.latest
        ? html`<button type="button" part="button" @click=${() => trail.back()}>
            ${words.back(trail.latest.title)}
          </button>`
        : nothing
    }
    <span class="left muted" dir="auto"
      >${words.left(minutesFor(layout.wordsLeft, recallPace()))}</span
    >
    <div
      class="line"
      role="progressbar"
      aria-label=${words.progress}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.round(layout.progress * 100)}
    ></div>
  </div>`;
}

/** By language: to make one takes longer than all else that a turned page renders. */
const days = new Map<string, Intl.DateTimeFormat>();

/** Which version it is, and since when it holds. */
export function factsOf(words: Words, { version }: Loaded, spoken: string): string {
  const day =
    days.get(spoken) ?? new Intl.DateTimeFormat(spoken, { dateStyle: 'long', timeZone: 'UTC' });
  days.set(spoken, day);
  const since = version.effective && words.effective(day.format(new Date(version.effective)));
  const label = words.version(version.label ?? String(version.number));
  return since ? `${label} · ${since}` : label;
}

/** What a person sees first: title, version, how long it takes, and in which languages it is there. */
export function head(
  words: Words,
  loaded: Loaded,
  level: number,
  spoken: string,
  speak: (language: string) => void,
): TemplateResult {
  const { version, document, summary } = loaded;
  const length = words.minutes(Math.max(1, minutesFor(summary.words, recallPace())));
  return html`<div class="title" part="title" role="heading" tabindex="-1" aria-level=${level}>
      ${document.title}
    </div>
    <p class="meta muted" lang=${spoken}>
      <span>${factsOf(words, loaded, spoken)} · ${length}</span>
      ${
        version.documents.length > 1
          ? html`<select
              aria-label=${words.language}
              @change=${(event: Event) => speak((event.target as HTMLSelectElement).value)}
            >
              ${version.documents.map(
                ({ language }) =>
                  html`<option
                    lang=${language}
                    value=${language}
                    ?selected=${language === document.language}
                  >
                    ${nameOf(language)}
                  </option>`,
              )}
            </select>`
          : nothing
      }
    </p>`;
}

/** The way on and back, below the pages. */
export function turner(
  words: Words,
  layout: TextLayout,
  turn: (by: 1 | -1) => void,
): TemplateResult {
  const { page, pages } = layout;
  const button = (by: 1 | -1, label: string, sign: string): TemplateResult =>
    html`<button
      type="button"
      part="button"
      aria-label=${label}
      aria-disabled=${String(!layout.canTurn(by))}
      @click=${() => turn(by)}
    >
      ${sign}
    </button>`;
  return html`<div class="turn" part="turn" dir=${layout.rtl ? 'rtl' : 'ltr'}>
    ${button(-1, words.previous, '‹')}
    <span class="muted" role="status" dir="auto">${words.page(page, pages)}</span>
    ${button(1, words.next, '›')}
  </div>`;
}

/** The offer to go on where the person was; never a jump. */
export function resume(
  words: Words,
  section: string,
  { device }: Place & { device?: string | undefined },
  go: () => void,
  stay: () => void,
): TemplateResult {
  return html`<div class="resume" part="resume">
    <p>${words.resume(section)}${device ? words.on(device) : ''}.</p>
    <button type="button" part="button" @click=${go}>${words.go}</button>
    <button type="button" part="button" @click=${stay}>${words.stay}</button>
  </div>`;
}
