import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountOf } from './account.js';
import { contentOf, page, problems } from './folders.checks.js';
import type { ContentReport } from './types.js';

const told = (report: ContentReport, all = false): string[] => accountOf('./ours', report, all);

const audiences = [
  '- { id: all, title: All staff, rule: { all: [] } }',
  '- { id: labs, title: The labs, rule: { attribute: department, in: [Labs] } }',
].join('\n');
const packs = [
  '- { id: basics, policies: [access], audience: all, asks: acknowledge, statement: { en: Noted. } }',
  '- { id: lab, policies: [access], audience: labs, asks: agree, statement: { en: Agreed. } }',
].join('\n');

/** The files that the account says to write, read back from what it printed. */
function filesToWrite(lines: readonly string[]): Record<string, string> {
  const files: Record<string, string> = {};
  let name: string | undefined;
  for (const line of lines) {
    const heading = /^ {2}(\w+\.yaml):$/.exec(line)?.[1];
    if (heading !== undefined) files[(name = heading)] = '';
    else if (name !== undefined && line.startsWith('    ')) files[name] += `${line.slice(4)}\n`;
    else name = undefined;
  }
  return files;
}

test('content that nobody is asked to read says so, with files to write that ask everybody', async () => {
  const pages = {
    'access.md': page('Access'),
    'access.de.md': page('Zugang').replace('language: en', 'language: de'),
    'conduct.md': page('Conduct'),
  };
  const lines = told(await contentOf(pages));
  assert.match(lines.join('\n'), /Nobody is asked for anything: there are 2 policies and no pack/);
  assert.match(lines.join('\n'), /into \.\/ours and start again/);
  const files = filesToWrite(lines);
  assert.deepEqual(Object.keys(files), ['audiences.yaml', 'packs.yaml']);
  const report = await contentOf({ ...pages, ...files });
  assert.deepEqual(problems(report), []);
  const [pack] = report.understood.packs;
  assert.deepEqual(pack?.policies, ['access', 'conduct']);
  assert.deepEqual([pack?.asks, pack?.audience], ['acknowledge', 'everyone']);
  assert.deepEqual(Object.keys(pack?.statement ?? {}), ['de', 'en']);
  assert.doesNotMatch(told(report).join('\n'), /Nobody is asked/);
});

test('of many policies the files to write name a few', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `page-${String(i).padStart(2, '0')}.md`);
  const pages = Object.fromEntries(names.map((name) => [name, page(name)]));
  const lines = told(await contentOf(pages));
  assert.match(lines.join('\n'), /# and 4 more/);
  const report = await contentOf({ ...pages, ...filesToWrite(lines) });
  assert.equal(report.understood.packs[0]?.policies.length, 8);
});

test('where there are audiences, only the packs are missing', async () => {
  const pages = { 'access.md': page('Access'), 'audiences.yaml': audiences };
  const files = filesToWrite(told(await contentOf(pages)));
  assert.deepEqual(Object.keys(files), ['packs.yaml']);
  const report = await contentOf({ ...pages, ...files });
  assert.deepEqual(
    report.understood.packs.map(({ audience }) => audience),
    ['all'],
  );
});

test('policies that no pack names are counted at a start', async () => {
  const more = { 'audiences.yaml': audiences, 'packs.yaml': packs };
  const report = await contentOf({ 'access.md': page('Access'), 'b.md': page('B'), ...more });
  assert.match(told(report).join('\n'), /^1 policy is asked of nobody; --dry-run says which\.$/m);
});

test('the dry run lists every policy with its version, its languages and who is asked', async () => {
  const report = await contentOf({
    'access.md': page('Access', 'version: 3', "label: '2.1'"),
    'access.de.md': page('Zugang', 'version: 3').replace('language: en', 'language: de'),
    'b.md': page('Badges'),
    'audiences.yaml': audiences,
    'packs.yaml': packs,
  });
  const lines = told(report, true).join('\n');
  assert.match(
    lines,
    /^ {2}access {2}Access; version 3 \u201c2\.1\u201d; en, de; All staff \(acknowledge\), The labs \(agree\)$/m,
  );
  assert.match(lines, /^ {2}b {2}Badges; version 1; en; asked of nobody$/m);
  assert.doesNotMatch(told(report).join('\n'), /Badges/);
});

test('a problem that comes again and again is told once', async () => {
  const text = `${page('A')}\n${'See [the form](forms/gone.pdf).\n\n'.repeat(30)}`;
  const links = Array.from({ length: 9 }, (_, i) => `[x](other-${i}.md)\n`).join('\n');
  const report = await contentOf({ 'a.md': text, 'b.md': `${page('B')}\n${links}` });
  const start = told(report);
  assert.match(
    start.join('\n'),
    /forms\/gone\.pdf was removed.*\n {4}a\.md:8, 10, 12 and 27 more$/m,
  );
  assert.equal(start.filter((line) => /other-\d\.md was removed/.test(line)).length, 2);
  assert.match(start.join('\n'), /^ {4}and 7 more like these; --dry-run lists them$/m);

  const all = told(report, true);
  assert.equal(all.filter((line) => line.includes('gone.pdf was removed')).length, 1);
  assert.match(all.join('\n'), /a\.md:8, 10, 12, 14, .*, 66$/m);
  assert.equal(
    all.filter((line) => /b\.md:\d+ {2}.*other-\d\.md was removed/.test(line)).length,
    9,
  );
});
