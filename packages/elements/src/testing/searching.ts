import type { PolicyReader } from '../policy-reader/policy-reader.js';
import { eventually } from './page.js';
import { part, parts, settled } from './reader.js';

/** The field of the search panel. */
export const field = (reader: Element): HTMLInputElement => part(reader, '#search input');

/** What the search says, white space folded. */
export const said = (reader: Element): string =>
  part(reader, '#search [role=status]').textContent!.replace(/\s+/g, ' ').trim();

/** Opens the search as a click on its button does. */
export async function openSearch(reader: PolicyReader): Promise<void> {
  part(reader, '.bar [popovertarget=search]').click();
  await eventually(
    () =>
      parts(reader, '#search input').length && reader.shadowRoot!.activeElement === field(reader),
    'the focus in the field',
  );
}

/** Puts a query into the field of the open panel. */
export function enter(reader: Element, query: string): void {
  field(reader).value = query;
  field(reader).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Puts a query into the field of the open panel and waits for what comes of it. */
export async function type(reader: PolicyReader, query: string): Promise<void> {
  enter(reader, query);
  await settled(250);
  await eventually(() => !query.trim() || !['', 'Searching…'].includes(said(reader)), 'an answer');
  await reader.updateComplete;
}

/** Opens the search and looks for something. */
export async function search(reader: PolicyReader, query: string): Promise<void> {
  await openSearch(reader);
  await type(reader, query);
}

/** The marked words in the list. */
export const listed = (reader: Element): string[] =>
  parts(reader, '#search mark').map((mark) => mark.textContent!);

/** A painted range as one that can be asked where it is. */
export function live({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: AbstractRange): Range {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** The ranges painted under a name: of all hits but the current, or of the current one. */
export const painted = (name: 'isms-hit' | 'isms-current-hit'): Range[] =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => live(range));

/** The text of the painted ranges, all but the current first. */
export const paintedWords = (): string[] =>
  [...painted('isms-hit'), ...painted('isms-current-hit')].map(String);
