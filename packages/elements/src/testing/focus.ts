import { sendKeys } from '@web/test-runner-commands';
import { settled } from './reader.js';

/** What has the focus, looked up through shadow roots. */
export function focused(): HTMLElement {
  let at = document.activeElement!;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at as HTMLElement;
}

/** An element in a few words, for messages. */
export const named = (element: Element): string =>
  `${element.localName}${element.id && `#${element.id}`} “${(element.ariaLabel || element.textContent || '').trim().slice(0, 30)}”`;

/** What an element stands in on the page, out of slots and shadow roots. */
export function around(element: Element): Element | null {
  const root = element.getRootNode();
  return (
    element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  );
}

function isIn(element: Element | null, other: Element): boolean {
  for (let at = element; at; at = around(at)) if (at === other) return true;
  return false;
}

function topmost(x: number, y: number): Element | null {
  let at = document.elementFromPoint(x, y);
  while (at?.shadowRoot) {
    const inside: Element | null = at.shadowRoot.elementFromPoint(x, y);
    if (!inside || inside === at) break;
    at = inside;
  }
  return at;
}

/** What is seen of a control: a choice is seen as its label. */
const seenAs = (element: HTMLElement): Element => element.closest('.choices label') ?? element;

/** Whether some of an element can be seen: within the window, and not behind anything else. */
export function isSeen(element: HTMLElement): boolean {
  const target = seenAs(element);
  return [...target.getClientRects()].some((rect) =>
    [0.1, 0.5, 0.9].some((across) =>
      [2, rect.height / 2, rect.height - 2].some((down) =>
        isIn(topmost(rect.left + rect.width * across, rect.top + down), target),
      ),
    ),
  );
}

/** The window, and what cuts off what an element shows around itself. */
function visible(element: Element): DOMRect {
  let [left, top, right, bottom] = [0, 0, innerWidth, innerHeight];
  for (let at = around(element); at && !at.matches(':popover-open'); at = around(at)) {
    const { overflowX, display } = getComputedStyle(at);
    if (overflowX === 'visible' || display === 'contents') continue;
    const box = at.getBoundingClientRect();
    [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
    [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
  }
  return new DOMRect(left, top, right - left, bottom - top);
}

/** Whether a side of the focus ring can be seen. */
export function hasRing(element: HTMLElement): boolean {
  const own = element.matches('article') ? element.parentElement! : seenAs(element);
  const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(own);
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return false;
  const [offset, width] = [parseFloat(outlineOffset), parseFloat(outlineWidth)];
  const view = visible(own);
  return [...own.getClientRects()].some((rect) => {
    const [left, right] = [rect.left - offset - width, rect.right + offset + width];
    const [top, bottom] = [rect.top - offset - width, rect.bottom + offset + width];
    const across = Math.min(right, view.right) - Math.max(left, view.left);
    const down = Math.min(bottom, view.bottom) - Math.max(top, view.top);
    const isWithin = (at: number, from: number, to: number): boolean =>
      at >= from - 0.5 && at + width <= to + 0.5;
    return (
      (across >= 16 && [top, bottom - width].some((at) => isWithin(at, view.top, view.bottom))) ||
      (down >= 16 && [left, right - width].some((at) => isWithin(at, view.left, view.right)))
    );
  });
}

async function walk(
  isDone: (at: HTMLElement) => boolean,
  look: (element: HTMLElement) => void,
  back: boolean,
): Promise<HTMLElement[]> {
  const passed: HTMLElement[] = [];
  if (back) await sendKeys({ down: 'Shift' });
  while (passed.length < 150) {
    await sendKeys({ press: 'Tab' });
    await settled(5);
    const at = focused();
    if (isDone(at)) break;
    look(at);
    passed.push(at);
  }
  if (back) await sendKeys({ up: 'Shift' });
  if (passed.length === 150) throw new Error(`Tab never came out of ${passed.map(named).join()}`);
  return passed;
}

/** Presses Tab until an element has the focus; gives all that had it on the way. */
export const tabTo = (
  last: Element,
  look: (element: HTMLElement) => void = () => undefined,
  back = false,
): Promise<HTMLElement[]> => walk((at) => at === last, look, back);

/** Presses Tab until the focus has left a panel; gives all that had it in there. */
export const tabOut = (
  panel: Element,
  look: (element: HTMLElement) => void = () => undefined,
  back = false,
): Promise<HTMLElement[]> => walk((at) => !panel.contains(at), look, back);
