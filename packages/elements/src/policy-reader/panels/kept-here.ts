import type { Device } from '@heed/sdk';
import { html, type LitElement, type TemplateResult } from 'lit';
import type { Words } from './panels.strings.js';

/** What is kept on this device for when there is no connection, and the way to remove it. */
export class KeptHere {
  #texts = 0;

  constructor(
    private readonly reader: LitElement,
    private readonly device: Device,
  ) {}

  /** Counts the texts that are on this device. */
  async count(): Promise<void> {
    this.#texts = (await (await this.device.copies())?.documents())?.size ?? 0;
    this.reader.requestUpdate();
  }

  render(words: Words): TemplateResult {
    return html`<p role="status">${words.here(this.#texts)}</p>
      <p ?hidden=${!this.#texts}>
        <button type="button" part="button" @click=${this.#remove}>${words.remove}</button>
      </p>`;
  }

  readonly #remove = async (): Promise<void> => {
    await (await this.device.copies())?.clear();
    await this.count();
  };
}
