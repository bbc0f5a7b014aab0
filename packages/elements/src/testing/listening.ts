import type { PolicyReader } from '../policy-reader/policy-reader.js';
import { eventually } from './page.js';
import { openPanel, part, parts, settled } from './reader.js';
import { live } from './searching.js';

/** A button of the bar by its name. */
export function control(reader: Element, name: string): HTMLButtonElement {
  const found = parts(reader, '.voice button').find(
    (one) => (one.ariaLabel ?? one.textContent!).trim() === name,
  );
  if (!found) throw new Error(`The bar has no “${name}”`);
  return found as HTMLButtonElement;
}

/** The names of the buttons of the bar. */
export const controls = (reader: Element): string[] =>
  parts(reader, '.voice button').map((one) => (one.ariaLabel ?? one.textContent!).trim());

/** Presses the button that begins, in its panel, and waits for the bar. */
export async function listen(reader: PolicyReader): Promise<void> {
  const panel = await openPanel(reader, 'type');
  panel.querySelector<HTMLElement>('button.listen')!.click();
  await eventually(() => parts(reader, '.voice').length, 'the bar');
  await settled(120);
}

/** What the bar says, white space folded. */
export const told = (reader: Element): string =>
  part(reader, '.voice [role=status]').textContent!.trim();

/** The painted sentences. */
export const spokenRanges = (): Range[] => [...(CSS.highlights.get('isms-spoken') ?? [])].map(live);
