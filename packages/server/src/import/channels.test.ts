import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { html } from '@heed/contract';
import { readContent } from './content.js';
import { readFrontMatter } from './front-matter.js';
import { wordsOf } from './words.js';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'heed-channels-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const audiences = '- { id: all, title: All, rule: { all: [] } }\n';
const notices = '- { id: notices, title: Notices, audience: all }\n';
const read = async (files: Record<string, string>) =>
  readContent(await folderOf({ 'audiences.yaml': audiences, ...files }));
const told = ({ findings }: Awaited<ReturnType<typeof read>>) =>
  findings.map(({ file, line, message }) => `${file}:${line ?? ''} ${message}`);

test('channels are open for discussion and tell everything, unless they say otherwise', async () => {
  const report = await read({
    'channels.yaml': `${notices}- id: team
  title: Team
  description: For the team.
  audience: all
  announcers: all
  discussion: false
  history: entered
`,
  });
  assert.deepEqual(report.understood.channels, [
    { id: 'notices', title: 'Notices', audience: 'all', discussion: true, history: 'all' },
    {
      ...{ id: 'team', title: 'Team', description: 'For the team.', audience: 'all' },
      ...{ announcers: 'all', discussion: false, history: 'entered' },
    },
  ]);
  assert.deepEqual(report.findings, []);
  assert.deepEqual(report.incomplete, []);
});

test('a channel with a fault is left out, and nobody sees more than was meant', async () => {
  const report = await read({
    'channels.yaml': `- { id: a, audience: nobody }
- { id: b, audience: all, announcers: nobody }
- { id: c, audience: all, history: some }
- { id: Not good, audience: all }
- { id: d, audience: all, hsitory: entered }
`,
  });
  assert.deepEqual(
    report.understood.channels.map(({ id }) => id),
    ['d'],
  );
  assert.deepEqual(told(report), [
    'channels.yaml:1 The channel a was left out: there is no audience “nobody”.',
    'channels.yaml:2 The channel b was left out: there is no audience “nobody”.',
    'channels.yaml:3 The channel c was left out: nobody may see more of it than was meant.',
    'channels.yaml:3 history must be one of all, entered, not “some”.',
    'channels.yaml:4 The channel Not good was left out: its id must be new and of a-z, 0-9 and hyphens.',
    'channels.yaml:5 hsitory is not a known field; it was not read.',
  ]);
  assert.deepEqual(report.incomplete, ['channels.yaml']);
});

test('what was said before becomes history, oldest first', async () => {
  const report = await read({
    'channels.yaml': notices,
    'messages/notices/2024-05-30-second.md':
      '---\ntitle: Second\nauthor: Ida Lund\n---\n\nSee [b](https://b.example) and [c](c.md).\n',
    'messages/notices/first.de.md':
      '---\ndate: May 3rd, 2024\n---\nErste <b>Zeile</b><script>alert(1)</script>\n',
    'messages/notices/no-day.md': 'When was this?\n',
    'messages/notices/empty.md': '---\ndate: 2024-01-01\n---\n',
    'messages/elsewhere/2024-01-01-lost.md': 'Lost.\n',
    'messages/elsewhere/2024-01-02-lost.md': 'Lost, too.\n',
  });
  assert.deepEqual(report.understood.messages, [
    {
      ...{ id: 'notices.first-de', channel: 'notices', postedAt: '2024-05-03T12:00:00.000Z' },
      ...{ language: 'de', text: 'Erste <b>Zeile</b><script>alert(1)</script>' },
      html: '<p>Erste <b>Zeile</b></p>',
    },
    {
      ...{ id: 'notices.2024-05-30-second', channel: 'notices', title: 'Second' },
      ...{ postedAt: '2024-05-30T12:00:00.000Z', language: 'en', author: 'Ida Lund' },
      text: 'See [b](https://b.example) and [c](c.md).',
      html: '<p>See <a href="https://b.example">b</a> and <a>c</a>.</p>',
    },
  ]);
  assert.deepEqual(told(report), [
    'messages/elsewhere/2024-01-01-lost.md: It and the others of its folder were left out: there is no channel elsewhere in channels.yaml.',
    'messages/notices/empty.md:2 The message was left out: it says nothing.',
    'messages/notices/first.de.md:4 <script> was left out: only text is taken.',
    'messages/notices/no-day.md: The message was left out: nothing says when it was posted (date: 2026-11-24).',
  ]);
  assert.equal(report.understood.policies.length, 0, 'no message is a policy');
});

const corpus =
  process.env['HEED_CORPUS'] ??
  fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url));

test('78 real notices are understood, with every word that a reader saw', async (t) => {
  const posts = join(corpus, 'announcements/posts');
  if (!existsSync(posts)) {
    if (process.env['CI'] === 'true') assert.fail(`The corpus is missing at ${corpus}`);
    return t.skip(`no corpus at ${corpus}; set HEED_CORPUS`);
  }
  const folder = await folderOf({ 'audiences.yaml': audiences, 'channels.yaml': notices });
  await cp(posts, join(folder, 'messages/notices'), { recursive: true });
  const report = await readContent(folder);
  const { messages } = report.understood;
  assert.equal(messages.length, 78);
  assert.ok(messages.every(({ title }) => title !== undefined));
  const days = messages.map(({ postedAt }) => postedAt);
  assert.deepEqual(days, [...days].sort());
  const allowed = new Set<string>(html.elements);
  for (const { id, text, html: shown } of messages) {
    for (const [, name] of shown.matchAll(/<([a-z][a-z0-9]*)/g))
      assert.ok(allowed.has(name!), `${id}: <${name}>`);
    assert.doesNotMatch(shown, /href="(?!https?:|mailto:|tel:|#)/, id);
    const plain = readFrontMatter(text).body.replace(
      /^ *```\w*|<(style|svg|script)[\s\S]*?<\/\1>|<[^>]*>|\{\{.*?\}\}|\]\([^)]*\)|https?:\S+/gm,
      ' ',
    );
    const words = new Set(wordsOf(shown.replace(/<[^>]*>/g, ' ').replace(/&#x(?:3C|26);/g, ' ')));
    const missing = wordsOf(plain).filter((word) => /^\p{L}{3,}$/u.test(word) && !words.has(word));
    assert.deepEqual(missing, [], id);
  }
  return undefined;
});
