import { html, type TemplateResult } from 'lit';
import { deviceName } from '../device.js';
import type { Words } from './panels.strings.js';

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
  /** What is kept on this device. */
  kept: unknown;
  /** When the last report was received, in words; nothing before. */
  sentAt: string | undefined;
}

/** What the employer can see of this reading, in plain words. */
export function recordPanel(
  words: Words,
  { displayed, sections, seconds, aloud, assistive, kept, sentAt }: Measured,
  say: (assistive: boolean) => void,
): TemplateResult {
  const minutes = Math.round(seconds / 60);
  return html`<ul class="facts">
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
    </label>
    ${kept}`;
}
