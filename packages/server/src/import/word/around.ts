import type { Element } from 'xast';
import { firstWords, type Losses } from './losses.js';
import { relatedParts } from './relations.js';
import type { Parts } from './unzip.js';
import { attribute, child, parsePart, textOf, within } from './xml.js';

const textIn = (root: Element): string => {
  // A mark across the page, such as DRAFT.
  const across = within(root, 'v:textpath').map((one) => attribute(one, 'string') ?? '');
  return [textOf(root), ...across].join(' ').replace(/\s+/g, ' ').trim();
};

/** Tells of headers and footers with words in them: they may say who may see the document. */
export function tellAround(parts: Parts, main: string, losses: Losses): void {
  for (const kind of ['header', 'footer']) {
    for (const path of relatedParts(parts, main, kind)) {
      const text = textIn(parsePart(parts.xml.get(path) ?? new Uint8Array(), path));
      if (/\p{L}/u.test(text)) losses.tell(`The ${kind} “${firstWords(text)}” was left out.`);
    }
  }
}

/** The title among the properties of the file, when there is one. */
export function titleOfFile(parts: Parts): string | undefined {
  const path = 'docProps/core.xml';
  const bytes = parts.xml.get(path);
  const title = bytes && child(parsePart(bytes, path), 'dc:title');
  const [text] = title?.children ?? [];
  return text?.type === 'text' && text.value.trim() !== '' ? text.value.trim() : undefined;
}
