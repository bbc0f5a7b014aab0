import { html, nothing, render } from 'lit';
import { createDialog } from './dialog.js';

let count = 0;

/** Asks once whether something is meant, in a dialog over the page. Resolves to false when it is left otherwise. */
export function confirm(
  root: ShadowRoot,
  question: string,
  more: string,
  yes: string,
  no: string,
): Promise<boolean> {
  const dialog = createDialog(root, `confirm-${++count}`);
  const close = (answer: string) => (): void => dialog.close(answer);
  render(
    html`<h2 id=${dialog.className}>${question}</h2>
      ${more ? html`<p dir="auto">${more}</p>` : nothing}
      <div class="row">
        <button class="primary" part="primary" type="button" @click=${close('yes')}>${yes}</button>
        <button part="button" type="button" autofocus @click=${close('')}>${no}</button>
      </div>`,
    dialog,
  );
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'));
  });
}
