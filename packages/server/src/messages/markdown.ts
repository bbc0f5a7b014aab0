import type { Root as HastRoot } from 'hast';
import type { Html, PhrasingContent, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { SKIP, visit } from 'unist-util-visit';
import { toSafeHtml } from '../import/html.js';
import { blocksOf } from '../import/tree.js';

const address = /^(https?:|mailto:|tel:|policy:)/i;

/**
 * A message as it is shown: GitHub Flavored Markdown in which HTML is nothing but text (MSG-13) and a line ends where its
 * author ended it. Links lead away or nowhere, since a message has no address that they could begin from.
 */
export function shownHtml(text: string): string {
  const markdown = fromMarkdown(text, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  visit(markdown, 'html', ({ value, position }: Html, index, parent) => {
    if (index === undefined || !parent) return;
    const words = { type: 'text' as const, value, position: position! };
    parent.children[index] =
      parent.type === 'paragraph' ? words : { type: 'paragraph', children: [words] };
  });
  visit(markdown, 'text', ({ value }: Text, index, parent) => {
    if (index === undefined || !parent || !value.includes('\n')) return undefined;
    const lines = value.split('\n').flatMap((line, at): PhrasingContent[] => {
      const words = { type: 'text' as const, value: line };
      return at === 0 ? [words] : [{ type: 'break' }, words];
    });
    parent.children.splice(index, 1, ...lines);
    return [SKIP, index + lines.length];
  });
  const tree = toHast(markdown) as HastRoot;
  visit(tree, 'element', (node) => {
    const { href } = node.properties;
    if (typeof href === 'string' && !address.test(href)) delete node.properties.href;
  });
  return toSafeHtml(blocksOf(tree.children)).html;
}
