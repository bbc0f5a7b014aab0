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
    const anchors = nodes(target, 'heading').map((heading) => slug(words(heading)));
    return anchors.includes(anchor) ? [] : [`${place} names no heading`];
  });
}

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

  it('tell to write files for own content that are understood, and ask somebody', () => {
    const guide = nodes('docs/own-content.md', 'code');
    const named = guide.filter(({ meta }) => meta);
    assert.deepEqual(
      named.map(({ meta }) => meta),
      ['clean-desk.md', 'audiences.yaml', 'packs.yaml', 'people.csv'],
    );
    for (const { meta, value } of named) writeFileSync(join(folder, meta), `${value}\n`);
    const said = execFileSync(
      process.execPath,
      ['packages/server/bin/heed.js', '--dry-run', '--content', folder, '--people', folder],
      { cwd: root, encoding: 'utf8' },
    );
    assert.match(said, /2 people/);
    assert.match(said, /1 policy, 1 audience, 1 pack/);
    assert.match(said, /clean-desk .*Everyone who works here \(acknowledge\)/);
    assert.doesNotMatch(said, /want a decision/);
  });
});
