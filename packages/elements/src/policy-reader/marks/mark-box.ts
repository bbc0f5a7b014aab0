import { html, nothing, render } from 'lit';
import { directionOf } from '../direction.js';
import type { Mark } from './mark.js';
import type { Words } from './marks.strings.js';

/** What can be done with a mark. */
export interface Acts {
  /** Keeps what was written; false where the browser refuses. */
  write(note: string): boolean;
  copy(): Promise<boolean>;
  remove(): void;
  /** Where the focus goes when the box is closed. */
  left(): void;
}

/** Opens a mark below the text: its words, and what the person wrote about them. */
export function openMark(
  reader: Element,
  { text, language, note }: Mark,
  words: Words,
  acts: Acts,
): void {
  const box = document.createElement('div');
  Object.assign(box, { popover: 'auto', className: 'mark', role: 'dialog', ariaLabel: words.mark });
  box.setAttribute('part', 'panel');
  const say = (said: string): void => {
    box.querySelector('[role=status]')!.textContent = said;
  };
  const write = ({ target }: Event): void => {
    say(acts.write((target as HTMLTextAreaElement).value) ? '' : words.unkept);
  };
  const copy = async (): Promise<void> => {
    say((await acts.copy()) ? words.copied : words.uncopied);
  };
  const remove = (): void => {
    acts.remove();
    box.hidePopover();
  };
  const act = (label: string, deed: () => void) =>
    html`<button type="button" part="button" @click=${deed}>${label}</button>`;
  render(
    html`<div class="top">
        <div role="heading" aria-level="2">${words.mark}</div>
        ${act(words.close, () => box.hidePopover())}
      </div>
      <blockquote lang=${language} dir=${directionOf(language)}>${text.trim()}</blockquote>
      <label>
        <span>${words.note}</span>
        <textarea rows="3" autofocus .value=${note} @input=${write}></textarea>
      </label>
      <p class="muted">${words.only}</p>
      <div class="acts">${act(words.copy, () => void copy())} ${act(words.remove, remove)}</div>
      <p role="status">${nothing}</p>`,
    box,
  );
  box.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'closed') return;
    box.remove();
    acts.left();
  });
  reader.append(box);
  box.showPopover();
}
