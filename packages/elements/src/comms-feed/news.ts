import type { Message } from '@heed/sdk';
import { html, type TemplateResult } from 'lit';
import type { Words } from './comms-feed.strings.js';

/** Milliseconds after which what was said is taken away, so that it can be said again. */
const patience = 4000;

/** Says once to whoever listens that something has come: how much, and never what, but for an alert. */
export class News {
  #count = 0;
  #alert = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly changed: () => void) {}

  /** Something has come from somebody else. */
  tell({ kind, title, action }: Message): void {
    this.#count += 1;
    if (kind === 'alert') this.#alert = title ?? action?.text ?? '';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#count = 0;
      this.#alert = '';
      this.changed();
    }, patience);
  }

  /** Two regions that are there before they say anything. */
  render(words: Words): TemplateResult {
    return html`<div class="unseen" role="status">
        ${this.#count && !this.#alert ? words.arrived(this.#count) : ''}
      </div>
      <div class="unseen" role="alert">${this.#alert ? words.alerted(this.#alert) : ''}</div>`;
  }
}
