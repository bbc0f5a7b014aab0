import type { Document, Section } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { deviceName } from './device.js';
import type { strings } from './policy-reader.strings.js';
import { choices, type Settings } from './settings.js';

type Words = (typeof strings)['en'];

/** A panel that opens over the page. */
export const panel = (id: string, title: string, close: string, inside: unknown): TemplateResult =>
  html`<div id=${id} popover part="panel" role="dialog" aria-labelledby="${id}-title">
    <div class="top">
      <div id="${id}-title" role="heading" aria-level="2" tabindex="-1" autofocus>${title}</div>
      <button type="button" part="button" popovertarget=${id} popovertargetaction="hide">
        ${close}
      </button>
    </div>
    ${inside}
  </div>`;

/** The sections, with the ones that were displayed. */
export function contentsPanel(
  words: Words,
  { sections, language }: Document,
  current: string | undefined,
  displayed: (section: string) => boolean,
  go: (section: string) => void,
  /** Whether somebody looks: thousands of sections are not listed for nobody. */
  open: boolean,
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
  return panel('contents', words.contents, words.close, list);
}

/** View, size, spacing, width, typeface and colours; and the way to have it read aloud. */
export function typePanel(
  words: Words,
  settings: Settings,
  choose: (chosen: Partial<Settings>) => void,
  /** What the button for reading aloud says. */
  label: string,
  listen: () => void,
): TemplateResult {
  const group = <K extends Exclude<keyof Settings, 'size'>>(name: K): TemplateResult =>
    html`<fieldset>
      <legend>${words[name]}</legend>
      <div class="choices">
        ${choices[name].map(
          (value) =>
            html`<label>
              <input
                type="radio"
                name=${name}
                .checked=${settings[name] === value}
                @change=${() => choose({ [name]: value })}
              />${words[value]}
            </label>`,
        )}
      </div>
    </fieldset>`;
  const step = (label: string, by: number): TemplateResult => {
    const size = choices.size.find((one) => one === settings.size + by) ?? settings.size;
    return html`<button
      type="button"
      aria-disabled=${String(size === settings.size)}
      @click=${() => choose({ size })}
    >
      ${label}
    </button>`;
  };
  const inside = html`${group('view')}
    <fieldset>
      <legend>${words.size}</legend>
      <div class="choices">${step(words.smaller, -1)} ${step(words.larger, 1)}</div>
    </fieldset>
    ${group('theme')} ${group('font')} ${group('spacing')} ${group('width')}
    ${
      'speechSynthesis' in window
        ? html`<p class="choices"><button type="button" @click=${listen}>${label}</button></p>`
        : nothing
    }
    <p class="muted">${words.keys}</p>`;
  return panel('type', words.type, words.close, inside);
}

/** What was measured of this sitting. */
export interface Measured {
  /** Sections displayed. */
  displayed: number;
  /** Sections in the document. */
  sections: number;
  seconds: number;
  /** What was read aloud, as one of the facts. */
  aloud: unknown;
  /** The person says that time on screen is not how they read. */
  assistive: boolean;
  /** When the last report was received, in words; nothing before. */
  sentAt: string | undefined;
}

/** What the employer can see of this reading, in plain words. */
export function recordPanel(
  words: Words,
  { displayed, sections, seconds, aloud, assistive, sentAt }: Measured,
  say: (assistive: boolean) => void,
): TemplateResult {
  const minutes = Math.round(seconds / 60);
  const inside = html`<ul class="facts">
      <li>${words.sections(displayed, sections)}</li>
      <li>${minutes < 1 ? words.less : words.time(minutes)}</li>
      <li>${words.device(deviceName())}</li>
      <li>${assistive ? words.byAid : words.bySight}</li>
      ${aloud}
      <li>${sentAt ? words.sentAt(sentAt) : words.unsent}</li>
    </ul>
    <p>${words.sent}</p>
    <p>${words.unknown}</p>
    <p>${words.idle}</p>
    <label class="check">
      <input
        type="checkbox"
        .checked=${assistive}
        @change=${(event: Event) => say((event.target as HTMLInputElement).checked)}
      />
      <span>${words.assistive}<br /><span class="muted">${words.assistiveWhy}</span></span>
    </label>`;
  return panel('record', words.known, words.close, inside);
}
