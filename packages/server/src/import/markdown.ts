import type { Root as HastRoot } from 'hast';
import { raw } from 'hast-util-raw';
import type { Html, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { ALLOWED, CONTAINERS, DROPPED, UNWRAPPED } from './allowed.js';

const HTML_NAMES = new Set([...ALLOWED, ...CONTAINERS, ...DROPPED, ...UNWRAPPED]);
const ONE_TAG = /^<\/?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?>$/;

/**
 * `<YOUR NAME>` is a placeholder and no HTML: kept as the words that the author wrote. So is the `<title>` of a sentence
 * about titles, which would take all that follows with it (GFM, "Disallowed Raw HTML").
 */
function isPlaceholder({ value }: Html, index: number, parent: Parents): boolean {
  const name = ONE_TAG.exec(value.trim())?.[1]?.toLowerCase();
  if (name === undefined) return false;
  if (!HTML_NAMES.has(name)) return true;
  const isClosed = parent.children
    .slice(index + 1)
    .some((one) => one.type === 'html' && one.value.toLowerCase().startsWith(`</${name}`));
  return parent.type !== 'root' && DROPPED.includes(name) && !value.startsWith('</') && !isClosed;
}

/** A tag of no element, found in Markdown and kept as text. */
export interface UnknownTag {
  line: number;
  tag: string;
}

/** Makes elements of raw HTML. A text without any stays as it is: reading it again would cost the first blank line of listings. */
function reparsed(tree: HastRoot, text: string): HastRoot {
  let holdsHtml = false;
  visit(tree, 'raw', () => void (holdsHtml = true));
  // Without the file the places of all nodes would be lost.
  return holdsHtml ? (raw(tree, { file: new VFile(text) }) as HastRoot) : tree;
}

/**
 * GitHub Flavored Markdown to an HTML tree, raw HTML included and not yet sanitised. Nodes keep their
 * place in the source.
 */
export function markdownToTree(
  text: string,
  footnotes: string,
): { tree: HastRoot; unknown: UnknownTag[] } {
  const markdown: Root = fromMarkdown(text, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const unknown: UnknownTag[] = [];
  visit(markdown, 'html', (node: Html, index, parent) => {
    if (index === undefined || parent === undefined || !isPlaceholder(node, index, parent)) return;
    unknown.push({ line: node.position?.start.line ?? 1, tag: node.value.trim() });
    const words = { type: 'text' as const, value: node.value, position: node.position! };
    parent.children[index] =
      parent.type === 'root' ? { type: 'paragraph', children: [words] } : words;
  });
  const hast = toHast(markdown, { allowDangerousHtml: true, footnoteLabel: footnotes });
  return { tree: reparsed(hast as HastRoot, text), unknown };
}
