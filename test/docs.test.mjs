// What the documents say can be followed: links lead somewhere, and what they tell to write is understood.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { after, describe, it } from 'node:test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import { root } from './config/files.mjs';

const skip = existsSync(join(root, '.git')) ? false : 'the list of files comes from git';
const read = (file) => readFileSync(join(root, file), 'utf8');

/** Files of the repository, with those that wait to be added and without what a build makes. */
const files = skip
  ? []
  : execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    }).split('\n');

const isThere = (path) =>
  files.some((file) => file === path || file.startsWith(path === '' ? path : `${path}/`));

const slug = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

function nodes(file, type) {
  const found = [];
  visit(fromMarkdown(read(file)), type, (node) => void found.push(node));
  return found;
}

const words = (node) => node.value ?? (node.children ?? []).map(words).join('');

function deadLinks(file) {
  const links = ['link', 'image', 'definition'].flatMap((type) => nodes(file, type));
  return links.flatMap(({ url, position }) => {
    if (/^[a-z][a-z+.-]*:/i.test(url)) return [];
    const [path, anchor] = decodeURI(url).split('#');
    const target = path === '' ? file : posix.join(posix.dirname(file), path).replace(/\/$/, '');
    const place = `${file}:${position.start.line} ${url}`;
    if (!isThere(target)) return [place];
    if (/^packages\/[^/]+$/.test(target) && !isThere(`${target}/README.md`))
      return [`${place} has no README.md`];
    if (!anchor || !target.endsWith('.md')) return [];
    const headings = nodes(target, 'heading').map((heading) => slug(words(heading)));
    const marks = nodes(target, 'html').map(({ value }) => /^<a id="(.+)">$/.exec(value)?.[1]);
    return [...headings, ...marks].includes(anchor) ? [] : [`${place} names no place`];
  });
}

/** The criteria of WCAG 2.2 of the levels A and AA. */
const criteria = [
  ...[
    '1.1.1',
    '1.2.1',
    '1.2.2',
    '1.2.3',
    '1.2.4',
    '1.2.5',
    '1.3.1',
    '1.3.2',
    '1.3.3',
    '1.3.4',
    '1.3.5',
  ],
  ...['1.4.1', '1.4.2', '1.4.3', '1.4.4', '1.4.5', '1.4.10', '1.4.11', '1.4.12', '1.4.13'],
  ...[
    '2.1.1',
    '2.1.2',
    '2.1.4',
    '2.2.1',
    '2.2.2',
    '2.3.1',
    '2.4.1',
    '2.4.2',
    '2.4.3',
    '2.4.4',
    '2.4.5',
  ],
  ...['2.4.6', '2.4.7', '2.4.11', '2.5.1', '2.5.2', '2.5.3', '2.5.4', '2.5.7', '2.5.8'],
  ...[
    '3.1.1',
    '3.1.2',
    '3.2.1',
    '3.2.2',
    '3.2.3',
    '3.2.4',
    '3.2.6',
    '3.3.1',
    '3.3.2',
    '3.3.3',
    '3.3.4',
  ],
  ...['3.3.7', '3.3.8', '4.1.2', '4.1.3'],
];

/** The names of the tests in a file; `…` stands for what differs between those made in a loop. */
const titlesOf = (file) =>
  [...read(file).matchAll(/\bit\(\s*(['"`])(.*?)\1,/gs)].map(([, , title]) =>
    title.replace(/\$\{[^}]*\}/g, '…'),
  );

describe('the documents', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-docs-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('link to nothing that is not there', () => {
    const documents = files.filter((file) => file.endsWith('.md') && existsSync(join(root, file)));
    assert.ok(documents.length > 20, `${documents.length} documents`);
    assert.deepEqual(documents.flatMap(deadLinks), []);
  });

  it('name every tag, attribute and event of the elements', () => {
    const manifest = JSON.parse(read('packages/elements/custom-elements.json'));
    const readme = read('packages/elements/README.md');
    const elements = manifest.modules.flatMap(({ declarations }) =>
      (declarations ?? []).filter(({ tagName }) => tagName),
    );
    const names = elements.flatMap(({ tagName, attributes = [], events = [] }) => [
      tagName,
      ...[...attributes, ...events].map(({ name }) => name),
    ]);
    const missing = names.filter((name) => !readme.includes(`\`${name}\``));
    assert.deepEqual(missing, []);
  });

  it('hold each criterion of WCAG 2.2, A and AA, with a test that is there', () => {
    const items = nodes('docs/accessibility.md', 'listItem').filter((item) =>
      /^\d+\.\d+\.\d+ /.test(words(item)),
    );
    const named = items.map((item) => words(item).split(' ')[0]);
    assert.deepEqual(named, criteria);
    for (const item of items) {
      const said = words(item);
      const tests = [];
      visit(
        item,
        'link',
        (link) => void (/\.test\.m?ts|\.test\.mjs/.test(link.url) && tests.push(link)),
      );
      const isOurs = !/^\S+ [^.]*\. (Does not apply|Rests with)/.test(said);
      assert.ok(!isOurs || tests.length > 0, `${said.slice(0, 40)} names no test`);
      for (const link of tests) {
        const name = words(link).replace(/\s+/g, ' ');
        const titles = titlesOf(posix.join('docs', link.url));
        assert.ok(titles.includes(name), `“${name}” is not in ${link.url}`);
      }
    }
  });

  it('tell to write files for own content that are understood, and ask somebody', () => {
    const guide = nodes('docs/own-content.md', 'code');
    const named = guide.filter(({ meta }) => meta);
    assert.deepEqual(
      named.map(({ meta }) => meta),
      [
        'clean-desk.md',
        'audiences.yaml',
        'packs.yaml',
        'packs.yaml',
        'glossary.yaml',
        'channels.yaml',
        'webhooks.yaml',
        'clocks.yaml',
        'people.csv',
      ],
    );
    for (const { meta, value } of named) writeFileSync(join(folder, meta), `${value}\n`);
    const packs = named.filter(({ meta }) => meta === 'packs.yaml');
    for (const [place, asked] of ['acknowledge', 'acknowledge after 1 question'].entries()) {
      writeFileSync(join(folder, 'packs.yaml'), `${packs[place].value}\n`);
      const said = execFileSync(
        process.execPath,
        ['packages/server/bin/heed.js', '--dry-run', '--content', folder, '--people', folder],
        { cwd: root, encoding: 'utf8' },
      );
      assert.match(said, /2 people/);
      assert.match(said, /1 policy, 1 audience, 1 pack, 1 term, 1 channel/);
      assert.match(said, new RegExp(`clean-desk .*Everyone who works here \\(${asked}\\)`));
      assert.doesNotMatch(said, /want a decision/);
    }
  });
});
