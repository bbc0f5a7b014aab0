import { html, render } from 'lit';
import type { Words } from './marks.strings.js';

/** What can be done with selected text. */
export interface Deeds {
  highlight(): void;
  write(): void;
  /** Copies it; false where the browser does not allow it. */
  copy(): Promise<boolean>;
}

/** Room between the selection and the bar, in pixels. */
const room = 10;

/** The acts for selected text, beside it and never over it. */
export class MarkBar {
  readonly #box = document.createElement('div');

  constructor(private readonly reader: Element) {
    this.#box.className = 'marking';
    this.#box.popover = 'manual';
    this.#box.role = 'toolbar';
    this.#box.setAttribute('part', 'panel');
    // A press must not take the selection away.
    this.#box.addEventListener('pointerdown', (event) => event.preventDefault());
  }

  /** Whether the focus is in it. */
  get isUsed(): boolean {
    return this.#box.matches(':focus-within');
  }

  show(range: Range, words: Words, deeds: Deeds): void {
    const box = this.#box;
    box.ariaLabel = words.selected;
    const say = (said: string): void => {
      box.querySelector('[role=status]')!.textContent = said;
    };
    const copy = async (): Promise<void> => {
      say((await deeds.copy()) ? words.copied : words.uncopied);
    };
    const act = (label: string, deed: () => void) =>
      html`<button type="button" part="button" @click=${deed}>${label}</button>`;
    render(
      html`${act(words.highlight, () => deeds.highlight())} ${act(words.write, () => deeds.write())}
        ${act(words.copy, () => void copy())} <span role="status"></span>`,
      box,
    );
    say('');
    if (!box.isConnected) this.reader.append(box);
    box.showPopover();
    this.#stand(range);
  }

  hide(): void {
    this.#box.remove();
  }

  /** Below the selection: above it, touch devices show their own. */
  #stand(range: Range): void {
    const rects = [...range.getClientRects()];
    const [first, last] = [rects[0], rects.at(-1)];
    if (!first || !last) return;
    const { width, height } = this.#box.getBoundingClientRect();
    const below = last.bottom + room;
    const top = below + height < innerHeight ? below : Math.max(room, first.top - height - room);
    const [from, to] = [
      Math.min(...rects.map(({ left }) => left)),
      Math.max(...rects.map(({ right }) => right)),
    ];
    const middle = (from + to - width) / 2;
    const left = Math.max(
      room,
      Math.min(middle, document.documentElement.clientWidth - width - room),
    );
    Object.assign(this.#box.style, { top: `${top}px`, left: `${left}px` });
  }
}
