import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readContent } from './content.js';
import { readFolder } from './folder.js';
import { contentOf, folderOf, page, peopleOf, problems } from './folders.checks.js';

const latin = new Uint8Array([35, 32, 0xe9, 10]);
const ids = (report: Awaited<ReturnType<typeof contentOf>>): string[] =>
  report.understood.policies.map(({ id }) => id);

describe('files that cannot be read', () => {
  test('are problems when they would have been taken', async () => {
    const folder = folderOf({
      'good.md': page('Good'),
      'latin.md': latin,
      'utf16.md': Buffer.from('\ufeff# A\n', 'utf16le'),
      'large.md': 'x'.repeat(8 * 1024 * 1024 + 1),
      'map.png': new Uint8Array([0]),
      'policy.pdf': new Uint8Array([37, 0]),
      '.git/config': 'x',
    });
    symlinkSync('/etc/hostname', join(folder, 'link.md'));
    symlinkSync('/etc', join(folder, 'policies'));
    symlinkSync('/etc/hostname', join(folder, 'map.svg'));
    const report = await readContent(folder);
    assert.deepEqual(
      problems(report).map((line) => line.replace(/;.*/, '')),
      [
        'large.md It was left out: larger than 8 MiB.',
        'latin.md It was left out: not UTF-8 text',
        'link.md It was left out: a symbolic link, which is not followed',
        'policies It was left out: a symbolic link, which is not followed',
        'policy.pdf It was left out: texts are taken as Word (.docx), Markdown or HTML. Save it as one of them.',
        'utf16.md It was left out: UTF-16 text',
      ],
    );
    assert.deepEqual(report.incomplete, [
      'large.md',
      'latin.md',
      'link.md',
      'policies',
      'utf16.md',
    ]);
    assert.deepEqual(ids(report), ['good']);
  });

  test('with a name that is not UTF-8, or without the right to read them, stop nothing', async () => {
    const folder = folderOf({ 'good.md': page('Good'), 'closed.md': '# X\n' });
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9, 46, 109, 100])]),
      'x',
    );
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/d`), Buffer.from([0xe9])]));
    chmodSync(join(folder, 'closed.md'), 0);
    const report = await readContent(folder);
    const told = problems(report).join('\n');
    assert.match(told, /^caf\ufffd\.md It was left out: its name is not UTF-8; rename it/m);
    assert.match(told, /^d\ufffd\/ It was left out: its name is not UTF-8/m);
    // The superuser may read everything.
    if (process.getuid?.() !== 0) assert.match(told, /^closed\.md .*may not read it/m);
    assert.ok(ids(report).includes('good'));
  });

  test('leave out the policy that they are a part of', async () => {
    const report = await contentOf({ 'a.md': latin, 'a.de.md': '# A\n', 'b.md': page('B') });
    assert.deepEqual(ids(report), ['b']);
    assert.match(problems(report).join('\n'), /^a\.md Nothing of a was taken/m);
  });
});

describe('one odd file', () => {
  const odd: Record<string, [file: string, text: string, line: number]> = {
    'nested very deep': ['odd.md', `# A\n\n${'<b>'.repeat(2500)}x`, 1],
    'with a huge version': ['odd.md', page('A', 'version: 2147483648'), 3],
    'with a huge version in its name': ['versions/a/99999999999.md', page('A'), 0],
    'with a review in the year 0': ['odd.md', page('A', 'reviewBy: 0000-01-01'), 3],
    'of packs with a name for nothing': ['packs.yaml', '- id: p\n  policies: *nope\n', 1],
    'of audiences nested very deep': ['audiences.yaml', '['.repeat(20_000), 1],
  };
  for (const [what, [file, text, line]] of Object.entries(odd)) {
    test(`${what} is a problem, and the rest is imported`, async () => {
      const report = await contentOf({ 'good.md': page('Good'), [file]: text });
      assert.ok(ids(report).includes('good'));
      const place = line === 0 ? file : `${file}:${line}`;
      assert.ok(
        problems(report).some((told) => told.startsWith(place)),
        problems(report).join('\n'),
      );
    });
  }

  test('with a date in its name that is none keeps its text', async () => {
    const report = await contentOf({ 'a.md': page('A'), 'versions/a/1_2024-02-31.md': page('B') });
    const [policy] = report.understood.policies;
    assert.deepEqual(
      policy?.versions.map(({ number, effective }) => [number, effective]),
      [
        [1, undefined],
        [2, undefined],
      ],
    );
  });

  test('with words that every object knows is an ordinary file', async () => {
    const report = await contentOf({
      'access.md': page('Access'),
      'register.csv':
        'Doc ID,Title,Owner,Version,Type,Classification,Distribution\nP-1,Access,Ann,1.0,constructor,valueOf,constructor\n',
    });
    const [policy] = report.understood.policies;
    assert.deepEqual([policy?.kind, policy?.classification], ['policy', 'restricted']);
    assert.doesNotThrow(() => JSON.stringify(report));
    const people = await peopleOf({ 'staff.csv': 'login,constructor\nann,false\n' });
    assert.equal(people.understood.people[0]?.active, true);
    assert.match(people.findings[0]?.message ?? '', /Columns not taken: constructor/);
  });
});

describe('lists of people that cannot be read wholly', () => {
  const user = (userName?: string) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName,
  });
  const faults: Record<string, [file: string, text: string | Uint8Array]> = {
    'a row with an extra comma': ['b.csv', 'userName,title\nbob,Head, IT\ncid,Clerk\n'],
    'a quote without an end': ['b.csv', 'userName,title\nbob,"Head\ncid,Clerk\n'],
    'a truncated JSON file': ['b.json', JSON.stringify([user('bob')]).slice(0, -4)],
    'a user without a name': ['b.json', JSON.stringify([user('bob'), user()])],
    'a resource without a schema': ['b.json', JSON.stringify([user('bob'), { userName: 'cid' }])],
    'a file in Latin-1': ['b.csv', latin],
  };
  for (const [what, [file, text]] of Object.entries(faults)) {
    test(`${what}: the report is incomplete, and says so`, async () => {
      const report = await peopleOf({ 'a.csv': 'userName\nann\n', [file]: text });
      assert.deepEqual(report.incomplete, [file]);
      assert.ok(problems(report).some((told) => told.startsWith(file)));
    });
  }

  test('people who are named twice are all there', async () => {
    const report = await peopleOf({ 'a.csv': 'userName\nann\nANN\n' });
    assert.deepEqual(report.incomplete, []);
  });
});

describe('line ends', () => {
  const text = page('A', 'reviewBy: soon') + '\n## B\n\n> c\n> d\n\n[x](gone.md)\n';
  for (const [name, end] of [
    ['Windows', '\r\n'],
    ['old Macintosh', '\r'],
  ] as const) {
    test(`of ${name} change neither the text nor the lines`, async () => {
      const unix = await contentOf({ 'a.md': text });
      const other = await contentOf({ 'a.md': text.replaceAll('\n', end) });
      assert.deepEqual(other.understood, unix.understood);
      assert.deepEqual(problems(other), problems(unix));
      assert.equal(problems(unix).length, 2);
    });
  }

  test('are one and the same to what tells whether a folder is new', async () => {
    const files = (of: string) => readFolder(folderOf({ 'a.md': of }));
    assert.deepEqual(await files('a\r\nb\n'), await files('a\nb\n'));
  });
});
