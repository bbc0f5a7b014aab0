import { html, type CSSResult, type TemplateResult } from 'lit';
import { styles } from './dialog.styles.js';

/** Has the parts of an element that are loaded later drawn in their own styles, too. */
export function adopt(root: ShadowRoot, ...all: CSSResult[]): void {
  for (const { styleSheet } of all) {
    if (!root.adoptedStyleSheets.includes(styleSheet!)) root.adoptedStyleSheets.push(styleSheet!);
  }
}

/**
 * A dialog over the page, ready to be filled and shown. When it closes, it goes, and the focus is where it was before.
 *
 * @param name of its class; its title has it as its id.
 */
export function createDialog(root: ShadowRoot, name: string): HTMLDialogElement {
  adopt(root, styles);
  const dialog = document.createElement('dialog');
  dialog.className = name;
  dialog.setAttribute('part', 'panel');
  dialog.setAttribute('aria-labelledby', name);
  const before = root.activeElement as HTMLElement | null;
  dialog.addEventListener('close', () => {
    dialog.remove();
    before?.focus({ preventScroll: true });
  });
  root.append(dialog);
  return dialog;
}

/** The title of a dialog, and the way to close it. */
export const topView = (dialog: HTMLDialogElement, title: string, close: string): TemplateResult =>
  html`<div class="top">
    <h2 id=${dialog.className}>${title}</h2>
    <button part="button" type="button" @click=${() => dialog.close()}>${close}</button>
  </div>`;
