import type { Nodes } from 'hast';
import type { Element } from 'xast';
import { wordsOf } from '../words.js';
import { textOf } from './xml.js';

const INLINE = new Set('a em strong s sub sup'.split(' '));

function shown(node: Nodes): string {
  if (node.type === 'text') return node.value;
  const text = 'children' in node ? node.children.map(shown).join('') : '';
  return node.type === 'element' && !INLINE.has(node.tagName) ? ` ${text} ` : text;
}

/** The words of the prepared parts that are not in the HTML which was made of them: there should be none. */
export function missingWords(parts: Iterable<Element>, html: Nodes): string[] {
  const left = new Map<string, number>();
  for (const word of wordsOf(shown(html))) left.set(word, (left.get(word) ?? 0) + 1);
  const missing: string[] = [];
  for (const part of parts) {
    for (const word of wordsOf(textOf(part))) {
      const count = left.get(word) ?? 0;
      if (count === 0) missing.push(word);
      else left.set(word, count - 1);
    }
  }
  return missing;
}
