import type { Words } from './pictures.strings.js';

/** So many times larger than it is drawn, a picture can be shown as large as it is. */
const muchLarger = 1.15;
/** A name is no description: what is longer is said by the picture itself. */
const longestName = 80;

/**
 * Puts a button onto a picture that is drawn much smaller than it is, and takes it away where there is room again. It shows
 * the picture as large as it is, in a frame that scrolls by itself. Its name is no text in the policy.
 */
export function offerWhole(
  frame: HTMLElement,
  words: Words,
  /** Where it does not fit onto its page any more, it is on another. */
  reveal: (element: HTMLElement) => void,
): void {
  const image = frame.querySelector('img')!;
  const before = frame.querySelector('button');
  const isWhole = frame.classList.contains('whole');
  const { width } = frame.querySelector('canvas')!;
  if (width <= frame.clientWidth * muchLarger) {
    if (!isWhole) before?.remove();
    return;
  }
  // A picture that is a link leads somewhere already.
  if (before || image.closest('a')) return;
  const { alt } = image;
  const name = alt.length > longestName ? `${alt.slice(0, longestName)}…` : alt;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'enlarge';
  button.ariaLabel = `${words.enlarge}: ${name}`;
  button.ariaPressed = 'false';
  button.addEventListener('click', () => {
    const whole = frame.classList.toggle('whole');
    button.ariaPressed = String(whole);
    // What scrolls by itself is reached by the keyboard, and says what it is.
    frame.role = whole ? 'region' : null;
    frame.ariaLabel = whole ? name : null;
    if (whole) frame.tabIndex = 0;
    else frame.removeAttribute('tabindex');
    // Safari focuses no button that is clicked.
    button.focus({ preventScroll: true });
    reveal(button);
  });
  frame.append(button);
}
