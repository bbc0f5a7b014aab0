/** Milliseconds for which a selection has stood still when it counts as made. */
const rest = 250;

/** The range selected within a shadow root; nothing when that is no text. */
export function selectedIn(root: ShadowRoot): Range | undefined {
  const selection = document.getSelection();
  if (!selection) return undefined;
  // Chromium had its own way before `getComposedRanges`, and without both the selection is told as it is.
  const inside = (root as { getSelection?: () => Selection | null }).getSelection?.();
  const range =
    selection.getComposedRanges?.({ shadowRoots: [root] })[0] ??
    (inside?.rangeCount ? inside.getRangeAt(0) : undefined) ??
    (selection.rangeCount ? selection.getRangeAt(0) : undefined);
  if (!range || range.collapsed || range.startContainer.getRootNode() !== root) return undefined;
  const live = new Range();
  live.setStart(range.startContainer, range.startOffset);
  if (range.endContainer.getRootNode() === root) live.setEnd(range.endContainer, range.endOffset);
  else live.setEndAfter(root.querySelector('article')!);
  return live.toString().trim() ? live : undefined;
}

/** Tells what is selected whenever that comes to rest, until the signal says that nobody listens. */
export function watchSelection(
  root: ShadowRoot,
  tell: (range: Range | undefined) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout>;
  let pressed = false;
  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!pressed && !signal.aborted) tell(selectedIn(root));
    }, rest);
  };
  const press = ({ type }: Event): void => {
    pressed = type === 'pointerdown';
    look();
  };
  document.addEventListener('selectionchange', look, { signal });
  for (const type of ['pointerdown', 'pointerup', 'pointercancel']) {
    addEventListener(type, press, { signal, capture: true });
  }
  look();
}
