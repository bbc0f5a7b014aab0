import { around } from './focus.js';

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

function paint(colours: readonly string[], alpha = 1): [number, number, number] {
  canvas.globalAlpha = 1;
  canvas.clearRect(0, 0, 1, 1);
  colours.forEach((colour, i) => {
    canvas.globalAlpha = i === colours.length - 1 ? alpha : 1;
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
  });
  const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
  return [r!, g!, b!];
}

const light = (colour: readonly number[]): number =>
  colour
    .map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i]!, 0);

/** The surfaces behind an element, from the page up. */
function surfaces(element: Element | null): string[] {
  const found: string[] = [];
  for (let at = element; at; at = around(at)) {
    found.unshift(getComputedStyle(at).backgroundColor);
    if (at.matches(':popover-open')) break;
  }
  return ['white', ...found];
}

/** Contrast of a colour on the surface of an element and what is behind it, as WCAG counts it. */
export function contrast(colour: string, on: Element | null, alpha = 1): number {
  const [one, other] = [light(paint([...surfaces(on), colour], alpha)), light(paint(surfaces(on)))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Contrast of the text of an element. */
export function contrastOfText(element: Element): number {
  let alpha = 1;
  for (let at: Element | null = element; at; at = around(at)) {
    alpha *= Number(getComputedStyle(at).opacity);
  }
  return contrast(getComputedStyle(element).color, element, alpha);
}
