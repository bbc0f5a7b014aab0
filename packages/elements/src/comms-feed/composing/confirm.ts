import { html, nothing, render } from 'lit';

let count = 0;

/** Asks once whether something is meant, in a dialog over the page. Resolves to false when it is left otherwise. */
export function confirm(
  root: ShadowRoot,
  question: string,
  more: string,
  yes: string,
  no: string,
): Promise<boolean> {
  const dialog = document.createElement('dialog');
  const id = `confirm-${++count}`;
  dialog.setAttribute('part', 'panel');
  dialog.setAttribute('aria-labelledby', id);
  const close = (answer: string) => (): void => dialog.close(answer);
  render(
    html`<h2 id=${id}>${question}</h2>
      ${more ? html`<p dir="auto">${more}</p>` : nothing}
      <div class="row">
        <button class="primary" part="primary" type="button" @click=${close('yes')}>${yes}</button>
        <button part="button" type="button" autofocus @click=${close('')}>${no}</button>
      </div>`,
    dialog,
  );
  const before = root.activeElement as HTMLElement | null;
  root.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      before?.focus({ preventScroll: true });
      resolve(dialog.returnValue === 'yes');
    });
  });
}
