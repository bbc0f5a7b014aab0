/** The panel that an event is about; the text, and what stands below it, may have things that open, too. */
export function panelOf({ target }: ToggleEvent): Element | undefined {
  return (target as Element).matches('.reader > [popover][id]') ? (target as Element) : undefined;
}

/** Gives the focus back to the button that opened a panel: browsers lose it in a shadow root. */
export function returnFocus(panel: Element, { newState }: ToggleEvent): void {
  const root = panel.getRootNode() as ShadowRoot;
  const isNowhere = document.activeElement === document.body || panel.contains(root.activeElement);
  if (newState === 'closed' && isNowhere) {
    root.querySelector<HTMLElement>(`[popovertarget=${panel.id}]`)!.focus();
  }
}
