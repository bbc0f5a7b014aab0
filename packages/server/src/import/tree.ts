import type { Element, ElementContent, Nodes, RootContent } from 'hast';
import { CONTAINERS } from './allowed.js';

/** Heading level 1 to 6 of an element, or 0. */
export const headingLevel = (node: Nodes): number =>
  node.type === 'element' && /^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : 0;

/** The text of a node as a reader sees it: line breaks as blanks, images by their alternative text. */
export function plainText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element') {
    if (node.tagName === 'br') return ' ';
    if (node.tagName === 'img') return String(node.properties.alt ?? '');
    if (node.tagName === 'script' || node.tagName === 'style') return '';
  }
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

const FLOW = new Set([...CONTAINERS, 'center', 'font', 'span']);
const BLOCK = new Set(
  (
    'blockquote details dl figure h1 h2 h3 h4 h5 h6 hr ol p pre table ul script style iframe ' +
    CONTAINERS.join(' ')
  ).split(' '),
);

const isBlock = (node: RootContent): boolean => node.type === 'element' && BLOCK.has(node.tagName);

const isBlank = (node: RootContent): boolean =>
  node.type === 'comment' ||
  node.type === 'doctype' ||
  (node.type === 'text' && node.value.trim() === '');

/** A container, or an inline element that wrongly holds blocks: opened, so that nothing is lost. */
const isOpened = (node: Element): boolean =>
  FLOW.has(node.tagName) &&
  (CONTAINERS.includes(node.tagName) || node.children.some((child) => isBlock(child)));

/**
 * The blocks of a page in reading order: containers are opened, loose words between blocks become
 * paragraphs, comments and blanks go.
 */
export function blocksOf(children: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  let loose: ElementContent[] = [];
  const close = (): void => {
    if (loose.some((node) => !isBlank(node))) {
      blocks.push({ type: 'element', tagName: 'p', properties: {}, children: loose });
    }
    loose = [];
  };
  for (const node of children) {
    if (node.type === 'element' && isOpened(node)) {
      close();
      blocks.push(...blocksOf(node.children));
    } else if (isBlock(node)) {
      close();
      blocks.push(node);
    } else if (node.type === 'element' || node.type === 'text') loose.push(node);
  }
  close();
  return blocks;
}
