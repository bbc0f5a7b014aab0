/** A line of text on the screen, in pixels of the window. */
export interface Line {
  top: number;
  bottom: number;
}

/**
 * The lines of elements that stand wholly or in part in an area, from top to bottom. What stands beside each other, such
 * as the cells of a row or a raised figure, is one line.
 */
export function linesIn(elements: Iterable<Element>, view: DOMRect): Line[] {
  const range = new Range();
  const rects: DOMRect[] = [];
  for (const element of elements) {
    range.selectNodeContents(element);
    for (const rect of range.getClientRects()) {
      const across = rect.right > view.left + 1 && rect.left < view.right - 1;
      if (across && rect.height && rect.bottom > view.top && rect.top < view.bottom) {
        rects.push(rect);
      }
    }
  }
  const lines: Line[] = [];
  for (const { top, bottom } of rects.sort((a, b) => a.top - b.top)) {
    const last = lines.at(-1);
    const shared = last ? Math.min(last.bottom, bottom) - top : 0;
    if (last && shared > (bottom - top) / 2) last.bottom = Math.max(last.bottom, bottom);
    else lines.push({ top, bottom });
  }
  return lines;
}
