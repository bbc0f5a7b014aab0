import { html, render } from 'lit';
import { directionOf } from '../direction.js';
import type { Entry } from './term.js';
import type { Words } from './explaining.strings.js';

/** Pixels between the box and the word, and between the box and the edge of the window. */
const gap = 8;

/** A word whose meaning is shown. */
export interface Shown {
  readonly entry: Entry;
  /** Where it is in the window. */
  readonly where: () => DOMRect;
  /** BCP 47, of the text. */
  readonly language: string;
  /** The way to the policy that says more. */
  readonly more: unknown;
}

/** Below the word where there is room, else above it; never over it, and never out of the window. */
function place(box: HTMLElement, word: DOMRect, rtl: boolean): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { width, height } = box.getBoundingClientRect();
  const below = clientHeight - word.bottom - gap * 2;
  const above = word.top - gap * 2;
  const isBelow = below >= height || below >= above;
  const left = rtl ? word.right - width : word.left;
  Object.assign(box.style, {
    left: `${Math.max(gap, Math.min(left, clientWidth - width - gap))}px`,
    top: isBelow ? `${word.bottom + gap}px` : 'auto',
    bottom: isBelow ? 'auto' : `${clientHeight - word.top + gap}px`,
    maxHeight: `${Math.max(isBelow ? below : above, 0)}px`,
  });
}

/** Shows what a word means beside it, until it is closed or the word moves on. Gives the box. */
export function showMeaning(
  reader: Element,
  { entry: { name, meaning }, where, language, more }: Shown,
  words: Words,
): HTMLElement {
  const box = document.createElement('div');
  const dir = directionOf(language);
  Object.assign(box, { popover: 'auto', className: 'term', role: 'dialog', ariaLabel: name, dir });
  box.setAttribute('part', 'term');
  const close = (): void => box.hidePopover();
  render(
    html`<div class="named">
        <dfn tabindex="-1" autofocus lang=${language}>${name}</dfn>
        <button type="button" aria-label=${words.close} @click=${close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <p lang=${language}>${meaning}</p>
      ${more}`,
    box,
  );
  const shut = new AbortController();
  const { signal } = shut;
  box.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'closed') return;
    shut.abort();
    box.remove();
  });
  reader.append(box);
  box.showPopover();
  const word = where();
  place(box, word, dir === 'rtl');
  const look = (): void => {
    const { left, top } = where();
    if (Math.abs(left - word.left) + Math.abs(top - word.top) > 2) close();
  };
  for (const type of ['scroll', 'resize', 'place-changed']) {
    addEventListener(type, look, { capture: true, passive: true, signal });
  }
  return box;
}
