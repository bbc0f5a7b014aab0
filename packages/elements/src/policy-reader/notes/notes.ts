import { html, render, type LitElement } from 'lit';
import { directionOf } from '../direction.js';
import { learnTool } from '../../tool-words.js';
import { strings } from './notes.strings.js';
import { styles } from './notes.styles.js';

/** A note, where it is linked to. */
export interface Note {
  /** The link that was pressed: its words are the mark of the note, and the focus returns to it. */
  readonly link: HTMLElement;
  /** The note as it stands in the text. */
  readonly text: Element;
  /** BCP 47, of the text. */
  readonly language: string;
}

/** What can be done in a note. */
export interface Acts {
  /** Goes to where it stands in the text. */
  go(): void;
  /** Follows a link in it. */
  follow(event: Event): void;
}

/** A copy of what stands in a note; ids are those of the text. */
function copyOf(text: Element): DocumentFragment {
  const copy = document.createDocumentFragment();
  for (const node of text.childNodes) copy.append(node.cloneNode(true));
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  return copy;
}

/** Opens a note below the text, so that nobody has to leave the sentence it belongs to. */
export async function openNote(
  host: LitElement,
  { link, text, language }: Note,
  acts: Acts,
  pageLanguage: string,
): Promise<void> {
  const words = await learnTool(strings, pageLanguage);
  const root = host.renderRoot as ShadowRoot;
  const sheet = styles.styleSheet!;
  const sheets = root.adoptedStyleSheets;
  if (!sheets.includes(sheet)) root.adoptedStyleSheets = [...sheets, sheet];
  const name = words.note(link.textContent!.trim());
  const box = document.createElement('div');
  Object.assign(box, { popover: 'auto', className: 'note', role: 'dialog', ariaLabel: name });
  box.setAttribute('part', 'panel');
  let leaves = false;
  const leave = (then: () => void): void => {
    leaves = true;
    box.hidePopover();
    then();
  };
  const followed = (event: Event): void => {
    if ((event.target as Element).closest('a[href]')) leave(() => acts.follow(event));
  };
  const content = html`<div class="top">
      <div role="heading" aria-level="2" tabindex="-1" autofocus>${name}</div>
      <button type="button" part="button" @click=${() => box.hidePopover()}>${words.close}</button>
    </div>
    <div class="noted" lang=${language} dir=${directionOf(language)} @click=${followed}>
      ${copyOf(text)}
    </div>
    <button type="button" part="button" @click=${() => leave(() => acts.go())}>
      ${words.show}
    </button>`;
  render(content, box);
  box.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'closed') return;
    if (!leaves && (root.activeElement === null || box.contains(root.activeElement))) link.focus();
    box.remove();
  });
  root.querySelector('.reader')!.append(box);
  box.showPopover();
  // Below the sentence where there is room, else above it.
  if (link.getBoundingClientRect().bottom > box.getBoundingClientRect().top) {
    box.style.inset = '1rem 0 auto';
  }
}
