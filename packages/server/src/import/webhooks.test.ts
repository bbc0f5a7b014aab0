import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readContent } from './content.js';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function read(webhooks: string) {
  const folder = await mkdtemp(join(tmpdir(), 'heed-webhooks-'));
  folders.push(folder);
  const files = {
    'audiences.yaml': '- { id: all, title: All, rule: { all: [] } }\n',
    'channels.yaml': '- { id: notices, title: Notices, audience: all }\n',
    'webhooks.yaml': webhooks,
  };
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  return readContent(folder);
}

test('a webhook is told of alerts and broadcasts, unless it says otherwise', async () => {
  const report = await read(`- id: teams
  url: https://hooks.example.com/a?b=c
  secret: HEED_WEBHOOK_TEAMS
  channels: [notices]
- id: chat
  url: http://localhost:9000/
  secret: CHAT
  channels: notices
  tells: [reply]
`);
  assert.deepEqual(report.findings, []);
  assert.deepEqual(report.understood.webhooks, [
    {
      ...{ id: 'chat', url: 'http://localhost:9000/', secret: 'CHAT' },
      ...{ channels: ['notices'], tells: ['reply'] },
    },
    {
      ...{ id: 'teams', url: 'https://hooks.example.com/a?b=c', secret: 'HEED_WEBHOOK_TEAMS' },
      ...{ channels: ['notices'], tells: ['alert', 'broadcast'] },
    },
  ]);
});

test('a webhook with a fault is left out and told nothing', async () => {
  const good = 'url: "https://a.example", secret: A, channels: [notices]';
  const report = await read(`- { id: a, url: "http://a.example", secret: A, channels: [notices] }
- { id: b, url: "https://a.example", secret: whsec_abc, channels: [notices] }
- { id: c, url: "https://a.example", secret: A }
- { id: d, url: "https://a.example", secret: A, channels: [board] }
- { id: e, ${good}, tells: [everything] }
- { id: Not good, ${good} }
`);
  assert.deepEqual(report.understood.webhooks, []);
  const findings = report.findings.map(({ file, line, message }) => `${file}:${line} ${message}`);
  assert.equal(findings.length, 6, findings.join('\n'));
  for (const [at, why] of [
    /https/,
    /never the secret/,
    /name the channels/,
    /“board”/,
    /alert,/,
    /id/,
  ].entries()) {
    assert.match(findings[at] ?? '', why);
  }
  assert.ok(!findings.join().includes('whsec_abc'), 'a secret is not repeated');
});
