import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { accountOf } from './account.js';
import { readContent } from './content.js';
import { readPeople } from './people.js';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function folderOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'heed-import-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const read = async (files: Record<string, string | Uint8Array>) =>
  readContent(await folderOf(files));

const sections = (report: Awaited<ReturnType<typeof read>>, index = 0) =>
  report.understood.policies[index]?.versions.at(-1)?.documents[0]?.document.sections ?? [];

test('a page becomes a title and a flat list of sections', async () => {
  const report = await read({
    'a.md':
      '# The *page*\n\nBefore.\n\n## Größe & Maß\n\ntext\n\n### Deep\n\n## Deep\n\n> ## Quoted\n',
  });
  assert.deepEqual(
    sections(report).map(({ id, title, level, html, words }) => [id, title, level, html, words]),
    [
      ['start', '', 1, '<p>Before.</p>', 1],
      ['größe--maß', 'Größe & Maß', 2, '<p>text</p>', 1],
      ['deep', 'Deep', 3, '', 0],
      ['deep-2', 'Deep', 2, '<blockquote>\n<p><strong>Quoted</strong></p>\n</blockquote>', 1],
    ],
  );
  assert.equal(report.understood.policies[0]?.title, 'The page');
});

test('links of headings are told of, as headings are plain text', async () => {
  const report = await read({
    'a.md': '---\nlanguage: en\n---\n# A\n\n## See [b](https://b.example) and [here](#see)\n',
  });
  assert.equal(sections(report)[0]?.title, 'See b and here');
  assert.deepEqual(
    report.findings.map(({ line, message }) => `${line} ${message}`),
    ['6 The link https://b.example of a heading was left out: headings are plain text.'],
  );
});

test('problems carry the file and the line, front matter counted', async () => {
  const report = await read({
    'a.md': [
      '---',
      'id: a',
      'language: en',
      'reviewBy: soon',
      'controls: [A.5.38, A.5.10]',
      'colour: red',
      '---',
      '# A',
      '',
      'A [way](gone.md) and',
      '[none](#nothing) and ![a map](map.png)',
      '',
      '<script>1</script>',
      '[YOUR_COMPANY] and [b](b.md#nowhere) [ok](b.md#there)',
    ].join('\n'),
    'b.md': '---\nlanguage: en\n---\n# B\n\n## There\n',
  });
  const told = report.findings.map(({ file, line, severity }) => `${severity} ${file}:${line}`);
  assert.deepEqual(told, [
    'problem a.md:4',
    'problem a.md:5',
    'note a.md:6',
    'problem a.md:10',
    'problem a.md:11',
    'problem a.md:11',
    'problem a.md:13',
    'problem a.md:14',
    'problem a.md:14',
  ]);
  const [start] = sections(report);
  assert.match(start?.html ?? '', /^<p>A way and\nnone and a map<\/p>/);
  assert.match(start?.html ?? '', /<a href="policy:b">b<\/a> <a href="policy:b#there">ok<\/a>/);
  assert.deepEqual(report.understood.policies[0]?.controls, ['A.5.10']);
  assert.deepEqual(
    report.files.map(({ file, outcome }) => `${file} ${outcome}`),
    ['a.md partly', 'b.md taken'],
  );
});

test('a tag that a sentence only names takes nothing of the sentence with it', async () => {
  const report = await read({
    'a.md':
      '# A\n\nUse the <title> field first. Then <iframe> and <plaintext>.\n\nNot <script>f()</script> this.\n',
  });
  const html = sections(report)[0]?.html ?? '';
  assert.match(
    html,
    /Use the &#x3C;title> field first\. Then &#x3C;iframe> and &#x3C;plaintext>\./,
  );
  assert.match(html, /<p>Not {2}this\.<\/p>/);
});

test('task lists, footnotes, raw HTML and unknown tags keep their words', async () => {
  const report = await read({
    'a.de.md':
      '# A\n\n- [x] done\n- [ ] open[^1]\n\n<div>raw <b>bold</b></div>\n\nAsk <NAME HERE> first.\n\n[^1]: Note.\n',
  });
  const [start, notes] = sections(report);
  assert.match(
    start?.html ?? '',
    /<li>☑ done<\/li>\n<li>☐ open<sup><a href="#note-1">1<\/a><\/sup>/,
  );
  assert.match(start?.html ?? '', /<p>raw <b>bold<\/b><\/p>\n<p>Ask &#x3C;NAME HERE> first.<\/p>/);
  assert.equal(notes?.title, 'Fußnoten');
  assert.match(notes?.html ?? '', /<li id="note-1">\s*<p>Note\. ?<\/p>/);
});

test('an HTML page is a document too', async () => {
  const report = await read({
    'a.html':
      '<!doctype html><html lang="pt-br"><title>T</title><body onload="x()"><main><h1>Olá</h1>loose<h2>Dois</h2><table><tr><td colspan="2" style="x">c</table></main></body></html>',
  });
  const policy = report.understood.policies[0];
  assert.equal(policy?.language, 'pt-BR');
  assert.equal(policy?.title, 'Olá');
  assert.deepEqual(
    sections(report).map(({ html }) => html),
    ['<p>loose</p>', '<table><tbody><tr><td colspan="2">c</td></tr></tbody></table>'],
  );
});

test('files that are no text for staff are left out with a reason', async () => {
  const folder = await folderOf({
    'README.md': '# About',
    'templates/form.md': '# Form',
    'latin.md': new Uint8Array([35, 32, 0xe9, 0x74, 0xe9]),
    'empty.md': '\n',
    'map.png': new Uint8Array([0, 1]),
    'other.csv': 'a,b\n1,2,3\n',
    '.git/config': 'x',
    'people.json': '[]',
  });
  await symlink('/etc/hostname', join(folder, 'link.md'));
  const report = await readContent(folder);
  assert.equal(report.understood.policies.length, 0);
  assert.deepEqual(
    report.files.map(({ file, outcome }) => `${file} ${outcome}`),
    [
      '.git/ left out',
      'README.md left out',
      'empty.md left out',
      'latin.md left out',
      'link.md left out',
      'map.png left out',
      'other.csv left out',
      'people.json left out',
      'templates/form.md left out',
    ],
  );
});

test('languages and versions of one policy come together; doubles are told of', async () => {
  const report = await read({
    'en/rules.md': '# Rules\n\n## One\n',
    'de/rules.md': '# Regeln\n\n## Eins\n\nSiehe [eins](#eins).\n',
    'x.md': '---\nid: x\nversion: 2\nlanguage: en\n---\n# X\n',
    'old/x.md': '---\nid: x\nversion: 1\nlanguage: en\n---\n# X\n',
    'copy.md': '---\nid: x\nversion: 2\nlanguage: en\n---\n# X again\n',
  });
  const [rules, x] = report.understood.policies;
  assert.deepEqual(
    rules?.versions[0]?.documents.map(({ document }) => [
      document.language,
      document.sections.map(({ id }) => id),
    ]),
    [
      ['en', ['one']],
      ['de', ['one']],
    ],
  );
  assert.match(rules?.versions[0]?.documents[1]?.document.sections[0]?.html ?? '', /href="#one"/);
  assert.deepEqual(
    x?.versions.map(({ number }) => number),
    [1, 2],
  );
  assert.ok(
    report.findings.some(({ file, severity }) => file === 'x.md' && severity === 'problem'),
  );
});

test('a faulty audience or pack is left out, never widened', async () => {
  const report = await read({
    'a.md': '---\nlanguage: en\n---\n# A\n',
    'audiences.yaml':
      '- id: good\n  title: Good\n  rule: { attribute: department, in: [IT] }\n- id: bad\n  title: Bad\n  rule: { attribute: salary, in: [1] }\n',
    'packs.yaml':
      '- id: p\n  title: P\n  policies: [a, gone]\n  audience: good\n  asks: display\n  due: { days: 3 }\n- id: q\n  title: Q\n  policies: [a]\n  audience: bad\n  asks: agree\n',
  });
  assert.deepEqual(
    report.understood.audiences.map(({ id }) => id),
    ['good'],
  );
  assert.deepEqual(
    report.understood.packs.map(({ id, policies, due }) => ({ id, policies, due })),
    [{ id: 'p', policies: ['a'], due: { days: 3 } }],
  );
  assert.deepEqual(
    report.findings.map(({ file, line }) => `${file}:${line}`),
    ['audiences.yaml:6', 'packs.yaml:3', 'packs.yaml:7'],
  );
});

test('a pack may ask that every section is displayed before an act, and only then', async () => {
  const pack = (id: string, more: string): string =>
    `- id: ${id}\n  policies: [a]\n  audience: all\n  statement: { en: Yes }\n${more}`;
  const report = await read({
    'a.md': '---\nlanguage: en\n---\n# A\n',
    'audiences.yaml': '- id: all\n  title: All\n  rule: { all: [] }\n',
    'packs.yaml': [
      pack('asked', '  asks: agree\n  everySection: true\n'),
      pack('off', '  asks: agree\n  everySection: false\n'),
      pack('shown', '  asks: display\n  everySection: true\n'),
      pack('odd', '  asks: agree\n  everySection: maybe\n'),
    ].join(''),
  });
  assert.deepEqual(
    report.understood.packs.map(({ id, everySection }) => [id, everySection]),
    [
      ['asked', true],
      ['odd', undefined],
      ['off', undefined],
      ['shown', undefined],
    ],
  );
  assert.deepEqual(
    report.findings.filter(({ severity }) => severity === 'problem').map(({ line }) => line),
    [24],
  );
});

test('rows of a register that cannot be trusted are left out with their line', async () => {
  const report = await read({
    'access.md': '# Access Control Policy\n',
    'register.csv':
      'Doc ID,Title,Owner,Version,Distribution,Status\nP-1,Access Control,Ann,1.2,Everyone,Published\nP-2,Backup,Bob, too many, 1.0,Everyone,Published\nP-3,Gone,Bob,1.0,Everyone,Draft\n',
  });
  const [policy] = report.understood.policies;
  assert.equal(policy?.reference, 'P-1');
  assert.equal(policy?.versions[0]?.label, '1.2');
  assert.deepEqual(
    report.findings.filter(({ severity }) => severity === 'problem').map(({ line }) => line),
    [3, 4],
  );
});

test('people from a CSV table: an allow-list, once each, with the columns not taken', async () => {
  const folder = await folderOf({
    'staff.csv':
      'User Name;Display Name;E-Mail;Department;Birth Date;Manager;Roles;Joined\nann;Ann A;ann@x.example;IT;1980-01-01;bob;auditor;2024-02-30\nANN;Ann B;;IT;;;;\nbob;Bob;bob@x.example;HR;;zoe;boss;2024-01-01\n;Nobody;;;;;;\n',
  });
  const report = await readPeople(folder);
  assert.deepEqual(
    report.understood.people.map(({ userName, department, manager, roles, emails }) => ({
      ...{ userName, department, manager, roles, emails },
    })),
    [
      {
        userName: 'ann',
        department: 'IT',
        manager: 'bob',
        roles: ['auditor'],
        emails: ['ann@x.example'],
      },
      {
        userName: 'bob',
        department: 'HR',
        manager: undefined,
        roles: [],
        emails: ['bob@x.example'],
      },
    ],
  );
  assert.ok(!JSON.stringify(report.understood).includes('1980'));
  const text = accountOf('people', report, true).join('\n');
  assert.match(text, /staff\.csv:1 {2}Columns not taken: Birth Date\./);
  assert.match(text, /staff\.csv:2 {2}joined “2024-02-30” is not valid/);
  assert.match(text, /staff\.csv:3 {2}ANN is already there/);
  assert.match(text, /staff\.csv:4 {2}role “boss” is not valid/);
  assert.match(text, /staff\.csv:5 {2}A person without userName was left out\./);
});

test('the dry run cannot be steered by what it prints', async () => {
  const report = await read({ 'a\u001b[2Jb.md': '# A\n\n[x](\u202egone.md)\n' });
  assert.doesNotMatch(accountOf('a\u001b[2J', report, true).join(''), /[\u001b\u202e]/);
});

test('pathological input ends soon', async () => {
  const deep = {
    'quotes.md': `${'> '.repeat(2000)}x`,
    'brackets.md': '['.repeat(20000),
    'emphasis.md': '*a_'.repeat(2000),
    'tags.md': `${'<div>'.repeat(5000)}x`,
    'tables.md': `|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n`,
    'tags.html': `${'<b><p>'.repeat(500)}x`,
    'aliases.md':
      '---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c,*c,*c,*c,*c]\n---\n# A\n',
  };
  for (const [name, text] of Object.entries(deep)) {
    const began = performance.now();
    const report = await read({ [name]: text });
    assert.equal(report.files.length, 1, name);
    // What ends in a second here must not fail on a busy machine; what does not end takes days.
    assert.ok(performance.now() - began < 60_000, `${name}: ${performance.now() - began} ms`);
  }
});

test('escapes cannot bring in what no database and no canonical JSON can hold', async () => {
  const report = await read({
    'a.md': '---\nlanguage: en\ntitle: "a\\0b\\ud800c"\nowner: "x\\0"\n---\n\nx&#0;y&#xD800;z\n',
    'audiences.yaml': '- id: a\n  title: "t\\0"\n  rule: { attribute: title, in: ["\\0v"] }\n',
  });
  const text = JSON.stringify(report.understood);
  assert.doesNotMatch(text, /\\u0000|\\ud800/);
  assert.equal(report.understood.policies.length, 1);
});

test('headings keep the joiners of their script', async () => {
  const report = await read({ 'a.fa.md': '# می\u200cخواهم\n\n## می\u200cشود\n' });
  assert.equal(sections(report)[0]?.title, 'می\u200cشود');
  assert.equal(report.understood.policies[0]?.language, 'fa');
});
