const rowsOf = (root: ShadowRoot): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('.task'),
];

/**
 * Draws anew; a part that goes away hands the focus on: to its row, else to the row that stands in its place, else to what
 * says how it went.
 */
export function keepFocus(root: ShadowRoot | null, draw: () => void): void {
  const focused = root?.activeElement;
  const rows = root ? rowsOf(root) : [];
  const at = rows.findIndex((row) => row.contains(focused ?? null));
  draw();
  if (!root || !focused || focused.isConnected || at < 0) return;
  const next = [rows[at]!, ...rows.slice(at + 1), ...rows.slice(0, at).reverse()].find(
    (row) => row.isConnected && row.checkVisibility(),
  );
  const goal = next?.querySelector('summary') ?? root.querySelector<HTMLElement>('.says');
  goal?.focus({ preventScroll: true });
}
