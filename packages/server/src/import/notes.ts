import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { decode } from './links.js';

/**
 * Names the notes that superscripts lead to, in the order in which they are first named: `note-1`, `note-2`. The name
 * stays with the link and with the note, so that a reader can open the one where the other stands.
 */
export function nameNotes(tree: Root): void {
  const items = new Map<string, Element>();
  visit(tree, 'element', (node) => {
    if (node.tagName === 'li' && node.properties.id) items.set(String(node.properties.id), node);
  });
  let named = 0;
  visit(tree, 'element', (node, _, parent) => {
    const href = String(node.properties.href ?? '');
    if (node.tagName !== 'a' || parent?.type !== 'element' || parent.tagName !== 'sup') return;
    const note = href.startsWith('#') ? items.get(decode(href.slice(1))) : undefined;
    if (!note) return;
    note.properties.dataNote ??= `note-${++named}`;
    node.properties.dataNote = note.properties.dataNote;
  });
}
