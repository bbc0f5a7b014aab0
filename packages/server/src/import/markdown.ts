import type { Root as HastRoot } from 'hast';
import { raw } from 'hast-util-raw';
import type { Html, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { ALLOWED, CONTAINERS, DROPPED, UNWRAPPED } from './allowed.js';

const HTML_NAMES = new Set([...ALLOWED, ...CONTAINERS, ...DROPPED, ...UNWRAPPED]);
const ONE_TAG = /^<\/?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?>$/;

/** `<YOUR NAME>` is a placeholder and no HTML: kept as the words that the author wrote. */
function isPlaceholder(html: string): boolean {
  const name = ONE_TAG.exec(html.trim())?.[1];
  return name !== undefined && !HTML_NAMES.has(name.toLowerCase());
}

/** A tag of no known element, found in Markdown and kept as text. */
export interface UnknownTag {
  line: number;
  tag: string;
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
    if (index === undefined || parent === undefined || !isPlaceholder(node.value)) return;
    unknown.push({ line: node.position?.start.line ?? 1, tag: node.value.trim() });
    const words = { type: 'text' as const, value: node.value, position: node.position! };
    parent.children[index] =
      parent.type === 'root' ? { type: 'paragraph', children: [words] } : words;
  });
  const hast = toHast(markdown, { allowDangerousHtml: true, footnoteLabel: footnotes });
  // Without the file the places of all nodes would be lost.
  return { tree: raw(hast as HastRoot, { file: new VFile(text) }) as HastRoot, unknown };
}
