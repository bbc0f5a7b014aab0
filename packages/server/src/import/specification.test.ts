// The examples of the specifications of CommonMark and GFM become what is specified, before anything is sanitised.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Nodes, Parents } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { markdownToTree } from './markdown.js';

interface Example {
  markdown: string;
  html: string;
  /** Its number in the specification. */
  example: number;
}

const CORPUS =
  process.env.HEED_CORPUS ??
  fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url));

const autolinks = 'bare addresses are links in GFM, the examples are those of CommonMark';
const comments = 'a comment by the rules of HTML, as CommonMark has them since 0.31';
const end = 'but for the last end of line, inside a style sheet without an end tag';
const footnotes = 'the same footnotes under names of their own';

/** The examples that come out in another way, by file and number, and why. */
const others: Record<string, Record<number, string>> = {
  'commonmark-spec': {
    173: end,
    602: autolinks,
    606: autolinks,
    608: autolinks,
    611: autolinks,
    612: autolinks,
  },
  'gfm-spec': {
    142: end,
    610: autolinks,
    614: autolinks,
    616: autolinks,
    619: autolinks,
    620: autolinks,
    628: 'an ftp: address is no link here',
    645: comments,
    646: comments,
  },
  'gfm-extensions': { 20: 'only that it does not hang is specified', 23: footnotes },
  'gfm-regression': {
    5: 'cmark-gfm and CommonMark read these asterisks in different ways',
    13: footnotes,
    16: 'the parser takes a bracket in a title that should have been escaped',
  },
};

const BLOCK = /^(p|h\d|[uo]l|li|blockquote|pre|hr|table|thead|tbody|tr|t[dh]|div|section)$/;
const isBlock = (node: Nodes | undefined): boolean =>
  node === undefined || (node.type === 'element' && BLOCK.test(node.tagName));

/** Takes away what says nothing: blank space around blocks, and the classes for GitHub's own style sheet. */
function strip(node: Parents): void {
  for (const child of node.children) {
    if (child.type !== 'element' || child.tagName === 'pre') continue;
    if (/task-list/.test(String(child.properties.className))) delete child.properties.className;
    child.properties = Object.fromEntries(Object.entries(child.properties).sort());
    strip(child);
  }
  if (node.type === 'element' && !BLOCK.test(node.tagName)) return;
  const { children } = node;
  children.forEach((child, i) => {
    if (child.type !== 'text') return;
    if (isBlock(children[i - 1])) child.value = child.value.trimStart();
    if (isBlock(children[i + 1])) child.value = child.value.trimEnd();
  });
  node.children = children.filter((child) => child.type !== 'text' || child.value !== '') as never;
}

const stripped = (tree: Parents): string => {
  strip(tree);
  return toHtml(tree as Nodes);
};

const SIZES = {
  'commonmark-spec': 652,
  'gfm-spec': 673,
  'gfm-extensions': 28,
  'gfm-regression': 19,
};

for (const [name, size] of Object.entries(SIZES)) {
  test(`the examples of ${name} render as specified`, async (context) => {
    const file = join(CORPUS, 'commonmark', `${name}.json`);
    if (!existsSync(file)) {
      if (process.env.CI === 'true') assert.fail(`The corpus is missing at ${CORPUS}`);
      return context.skip(`no corpus at ${CORPUS}; set HEED_CORPUS`);
    }
    const examples = JSON.parse(await readFile(file, 'utf8')) as Example[];
    assert.equal(examples.length, size);
    const different: number[] = [];
    let placeholders = 0;
    for (const { markdown, html, example } of examples) {
      const { tree, unknown } = markdownToTree(markdown, 'Footnotes');
      // The last line ends what has no end tag, and no more.
      if (stripped(tree) === stripped(fromHtml(html.trimEnd(), { fragment: true }))) continue;
      // Of our own: a tag of no element is a placeholder in a policy, and stays as words.
      for (const { tag } of unknown) assert.ok(toString(tree).includes(tag), `${example}: ${tag}`);
      if (unknown.length > 0) placeholders++;
      else different.push(example);
    }
    assert.deepEqual(different, Object.keys(others[name]!).map(Number));
    assert.ok(placeholders <= 10, `${placeholders} examples with placeholders`);
  });
}
