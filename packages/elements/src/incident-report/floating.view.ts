import { html, type TemplateResult } from 'lit';
import type { Words } from './incident-report.strings.js';

/** A button at the edge of the page, and the dialog that it opens. */
export function floatingView(words: Words, inside: TemplateResult): TemplateResult {
  const dialogOf = ({ currentTarget }: Event): HTMLDialogElement =>
    ((currentTarget as HTMLElement).getRootNode() as ShadowRoot).querySelector('dialog')!;
  const open = (event: Event): void => {
    const dialog = dialogOf(event);
    dialog.showModal();
    // Whoever is in a hurry writes at once.
    dialog.querySelector('textarea')?.focus();
  };
  return html`<button
      class="opener primary"
      part="opener"
      type="button"
      aria-haspopup="dialog"
      @click=${open}
    >
      ${words.opener}
    </button>
    <dialog part="panel" aria-labelledby="title">
      <div class="head">
        <p id="title" class="name">${words.opener}</p>
        <button part="button" type="button" @click=${(event: Event) => dialogOf(event).close()}>
          ${words.close}
        </button>
      </div>
      ${inside}
    </dialog>`;
}
