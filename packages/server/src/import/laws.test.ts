import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readContent } from './content.js';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function read(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'heed-laws-'));
  folders.push(folder);
  await writeFile(join(folder, 'clocks.yaml'), text);
  return readContent(folder);
}

test('the laws whose clocks run are those that the file names', async () => {
  const report = await read(`- id: nis2
  authority: Bundesamt für Sicherheit in der Informationstechnik
- id: gdpr
`);
  assert.deepEqual(report.findings, []);
  assert.deepEqual(report.understood.laws, [
    { id: 'gdpr' },
    { id: 'nis2', authority: 'Bundesamt für Sicherheit in der Informationstechnik' },
  ]);
});

test('a law that is not known, or twice, is told of with its line', async () => {
  const report = await read(`- id: gdpr
- id: hipaa
- id: gdpr
- id: dora
  since: 2025-01-17
`);
  assert.deepEqual(
    report.understood.laws.map(({ id }) => id),
    ['dora', 'gdpr'],
  );
  assert.deepEqual(
    report.findings.map(({ file, line, message }) => `${file}:${line} ${message}`),
    [
      'clocks.yaml:2 The law hipaa was left out: only nis2, gdpr, dora, cra, whistleblowing are known.',
      'clocks.yaml:3 The law gdpr was left out: it stands there twice.',
      'clocks.yaml:5 since is not a known field; it was not read.',
    ],
  );
  assert.deepEqual(report.incomplete, ['clocks.yaml']);
});
