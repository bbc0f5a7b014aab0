/** What a text is made of, for tests that compare it with where it comes from. */
import type { Document } from '@heed/contract';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { wordsOf } from './words.js';

/** The words of a text in their order, its tables (cells of each row), list items, links and headings. */
export interface Shape {
  words: string[];
  tables: number[][];
  items: number;
  links: number;
  /** Links to other documents of the folder, and to places of this one. */
  inside: number;
  headings: [level: number, title: string][];
}

const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var'.split(
    ' ',
  ),
);

/** The text of a tree, parted where a block ends; pictures by their alternative text. */
export function shown(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'img') return String(node.properties.alt ?? '');
  if (!('children' in node)) return node.type === 'comment' ? '' : ' ';
  const text = node.children.map(shown).join('');
  return node.type === 'element' && INLINE.has(node.tagName) ? text : ` ${text} `;
}

/** Counts a tree of HTML. */
export function countTree(tree: Nodes): Omit<Shape, 'headings'> {
  const shape = {
    words: wordsOf(shown(tree)),
    tables: [] as number[][],
    items: 0,
    links: 0,
    inside: 0,
  };
  const tables: number[][][] = [];
  visit(tree, 'element', (node) => {
    if (node.tagName === 'table') tables.push([]);
    if (node.tagName === 'li') shape.items += 1;
    // A note of Markdown leads back by the heading that its mark stands under.
    const isBack = node.properties.dataFootnoteBackref !== undefined;
    if (node.tagName === 'a' && node.properties.href !== undefined && !isBack) {
      shape.links += 1;
      if (!/^(https?|mailto|tel):/i.test(String(node.properties.href))) shape.inside += 1;
    }
    if (node.tagName !== 'tr') return;
    const cells = node.children.filter(
      (cell) => cell.type === 'element' && (cell.tagName === 'td' || cell.tagName === 'th'),
    );
    tables.at(-1)?.push([cells.length]);
  });
  shape.tables = tables.map((rows) => rows.flat());
  return shape;
}

/** The shape of an imported document. */
export function shapeOf({ title, sections }: Document): Shape {
  const page = sections.map((section) => section.html).join('\n');
  const { tables, items, links, inside } = countTree(fromHtml(page, { fragment: true }));
  const words = sections.flatMap((section) => [
    ...wordsOf(section.title),
    ...wordsOf(shown(fromHtml(section.html, { fragment: true }))),
  ]);
  const headings = sections.map(({ level, title: own }): [number, string] => [level, own]);
  return { words: [...wordsOf(title), ...words], tables, items, links, inside, headings };
}
