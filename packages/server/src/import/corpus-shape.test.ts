import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test, type TestContext } from 'node:test';
import type { Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { raw } from 'hast-util-raw';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { readContent } from './content.js';
import { folderOf } from './folders.checks.js';
import { countTree, shapeOf } from './shape.checks.js';
import type { ContentReport } from './types.js';
import { wordsOf } from './words.js';

const CORPUS =
  process.env.HEED_CORPUS ??
  fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url));

/** The tree of a source as the libraries give it, before anything of the importer. */
function treeOf(file: string, text: string): Nodes {
  if (file.endsWith('.html')) return fromHtml(text);
  const body = text.replace(/^\uFEFF/, '').replace(/^(---|\+\+\+)\r?\n[\s\S]*?\r?\n\1\r?\n/, '');
  const markdown = fromMarkdown(body, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return raw(toHast(markdown, { allowDangerousHtml: true }) as Root);
}

/** Where two texts part, with the words around. */
function firstDifference(one: readonly string[], other: readonly string[]): string | undefined {
  const at = other.findIndex((word, index) => word !== one[index]);
  if (at < 0 && one.length === other.length) return undefined;
  const place = at < 0 ? other.length : at;
  const around = (words: readonly string[]): string =>
    words.slice(Math.max(0, place - 5), place + 5).join(' ');
  return `imported “${around(one)}”, written “${around(other)}”`;
}

/** Compares every document with its source; what differs has to be told of. Answers how much was compared. */
async function compare(report: ContentReport): Promise<Record<string, number>> {
  const sum = { documents: 0, words: 0, tables: 0, items: 0, links: 0, inside: 0, removed: 0 };
  const all = report.understood.policies.flatMap(({ versions }) =>
    versions.flatMap(({ documents }) => documents),
  );
  for (const { document, file } of all) {
    const source = countTree(treeOf(file, await readFile(`${report.folder}/${file}`, 'utf8')));
    const shape = shapeOf(document);
    const told = report.findings.filter((one) => one.file === file);
    const removed = told.filter(({ message }) => /^The link .* was removed/s.test(message)).length;
    const isTold = told.some(({ message }) => /^<.*(was left out|is no HTML)/.test(message));
    // A title that is not written in the text comes on top.
    const isWritten = shape.words.length === source.words.length;
    const words = shape.words.slice(isWritten ? 0 : wordsOf(document.title).length);
    const difference = firstDifference(words, source.words);
    assert.ok(isTold || difference === undefined, `${file}: ${difference}`);
    assert.deepEqual(shape.tables, source.tables, file);
    assert.equal(shape.items, source.items, `${file}: list items`);
    assert.equal(shape.links + removed, source.links, `${file}: links`);
    assert.equal(shape.inside + removed, source.inside, `${file}: links inside the folder`);
    sum.documents += 1;
    sum.words += words.length;
    sum.tables += shape.tables.length;
    sum.items += shape.items;
    sum.links += shape.links;
    sum.inside += shape.inside;
    sum.removed += removed;
  }
  return sum;
}

function corpus(name: string, folder: () => Promise<string> | string, least: number): void {
  test(`${name}: every word, table, list item and link arrives, or is told of`, async (context: TestContext) => {
    if (!existsSync(CORPUS)) {
      if (process.env.CI === 'true') assert.fail(`The corpus is missing at ${CORPUS}`);
      return context.skip(`no corpus at ${CORPUS}; set HEED_CORPUS`);
    }
    const report = await readContent(await folder());
    const sum = await compare(report);
    assert.ok((sum.documents ?? 0) >= least, `${sum.documents} documents`);
    context.diagnostic(JSON.stringify(sum));
  });
}

for (const [name, least] of [
  ['iso27001-kit', 42],
  ['moj-security-guidance', 50],
  ['datica-hipaa', 24],
  ['code-of-conduct-translations', 50],
  // The longest takes as long as all the others: `npm run soak -- documents`.
  ...(process.env['SOAK'] ? [['long-german-law', 2] as const] : []),
] as const) {
  corpus(name, () => `${CORPUS}/${name}`, least);
}

/** The pages of GOV.UK as HTML files: they come in JSON. */
async function pagesOfGovernment(): Promise<string> {
  const names = ['arabic_translation', 'best-practice-HC-paper', 'updated', 'withdrawn'];
  names.push('fractions_and_unnumbered_headings', 'manual_section-what-is-content-design');
  names.push('stats_headline_and_manually_numbered_headings');
  const files: Record<string, string> = {};
  for (const name of names) {
    const text = await readFile(`${CORPUS}/govuk-html/${name}.json`, 'utf8');
    const { details, title } = JSON.parse(text) as { details: { body: string }; title: string };
    files[`${name}.html`] = `<h1>${title}</h1>${details.body}`;
  }
  return folderOf(files);
}

corpus('govuk-html', pagesOfGovernment, 7);
