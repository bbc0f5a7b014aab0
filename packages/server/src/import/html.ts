import type { Element, Nodes, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { DROPPED, SCHEMA } from './allowed.js';
import { headingLevel, plainText } from './tree.js';
import { wordsOf } from './words.js';

/** A page written in HTML: its tree and what its head says. */
export interface HtmlPage {
  tree: Root;
  /** `<title>`, when there is one. */
  title?: string;
  /** `<html lang>`, when there is one. */
  language?: string;
}

/** Reads an HTML page. Comments, head and foreign markup are dealt with later, by {@link toSafeHtml}. */
export function readHtml(text: string): HtmlPage {
  const tree = fromHtml(text);
  const page: HtmlPage = { tree };
  visit(tree, 'element', (node) => {
    if (node.tagName === 'html' && typeof node.properties.lang === 'string') {
      page.language = node.properties.lang;
    }
    if (node.tagName === 'title') page.title ??= plainText(node).trim();
    if (node.tagName === 'body') {
      page.tree = { type: 'root', children: node.children };
      return false;
    }
    return undefined;
  });
  return page;
}

/** Active content that the sanitiser will drop, with the line it stands on. */
export function droppedElements(tree: Root): { line: number; name: string }[] {
  const found: { line: number; name: string }[] = [];
  visit(tree, 'element', (node) => {
    if (!DROPPED.includes(node.tagName)) return undefined;
    found.push({ line: node.position?.start.line ?? 1, name: node.tagName });
    return SKIP;
  });
  return found;
}

/** A way back from a footnote, or a place that a Word document named: of no use where sections are the places. */
const isMark = ({ properties, children }: Element): boolean =>
  properties.dataFootnoteBackref !== undefined ||
  (properties.dataAnchor !== undefined && children.length === 0);

const words = (value: string): { type: 'text'; value: string } => ({ type: 'text', value });

/**
 * Turns what has no place in a section into what has: checkboxes into ☐ and ☑, pictures that
 * are not stored into their alternative text, headings inside quotes and lists into strong paragraphs; of the names in the
 * text only those of notes stay.
 */
function simplify(root: Root): void {
  visit(root, 'element', (node: Element, index, parent) => {
    if (index === undefined || parent === undefined) return undefined;
    if (node.tagName === 'input' && node.properties.type === 'checkbox') {
      const checked = node.properties.checked !== undefined && node.properties.checked !== false;
      parent.children[index] = words(checked ? '☑' : '☐');
    } else if (node.tagName === 'img' && node.properties.dataImage === undefined) {
      parent.children[index] = words(plainText(node));
    } else if (headingLevel(node) > 0) {
      const strong: Element = { ...node, tagName: 'strong', properties: {} };
      parent.children[index] = {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [strong],
      };
      return SKIP;
    } else if (node.tagName === 'li') {
      const { dataNote } = node.properties;
      node.properties.id = typeof dataNote === 'string' ? dataNote : undefined;
    } else if (isMark(node)) {
      parent.children.splice(index, 1);
      return index;
    }
    return undefined;
  });
}

const APART = new Set(
  'li td th tr p br dt dd hr pre blockquote caption summary figcaption'.split(' '),
);

/** The text of a tree with a blank where a block ends, so that cells and items stay words of their own. */
function readable(node: Nodes): string {
  if (node.type === 'text') return node.value;
  const text = 'children' in node ? node.children.map(readable).join('') : '';
  return node.type === 'element' && APART.has(node.tagName) ? ` ${text} ` : text;
}

/**
 * The children of a section as HTML that has passed the allow-list, and its number of words. The same
 * on every machine.
 */
export function toSafeHtml(children: RootContent[]): { html: string; words: number } {
  // A line end between blocks, so that the plain text of a section keeps its words apart.
  const apart = children.flatMap((block, index) => (index === 0 ? [block] : [words('\n'), block]));
  const root: Root = { type: 'root', children: apart };
  simplify(root);
  const safe = sanitize(root, SCHEMA);
  return { html: toHtml(safe).trim(), words: wordsOf(readable(safe)).length };
}
