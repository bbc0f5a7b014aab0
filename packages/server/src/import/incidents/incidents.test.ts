import assert from 'node:assert/strict';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { incidentClasses } from '@heed/contract';
import { readContent } from '../content.js';

const corpus =
  process.env['HEED_CORPUS'] ??
  new URL('../../../../../../shared/corpus', import.meta.url).pathname;
const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function read(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'heed-incidents-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return readContent(folder, { timeZone: 'Europe/Berlin' });
}

const fromCorpus = (path: string) => readFile(join(corpus, path), 'utf8').catch(() => undefined);

/** Every value of a record with its place, without the numbers of its parts. */
function leaves(value: unknown, place = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[place, String(value)]];
  return Object.entries(value).flatMap(([name, part]) =>
    leaves(part, Array.isArray(value) ? `${place}[]` : place === '' ? name : `${place}.${name}`),
  );
}

test('the real incidents of VCDB have a class, and each field of them lands or is named', async (t) => {
  const text = await fromCorpus('incidents/vcdb-incidents.ndjson');
  if (text === undefined) return t.skip('there is no corpus');
  const report = await read({ 'incidents/vcdb.ndjson': text });
  const { incidents } = report.understood;
  const records = text.trim().split('\n');
  // 200 lines, of which one is there twice.
  assert.equal(incidents.length, 199);
  assert.ok(
    report.findings.some(
      ({ line, message }) =>
        line === 139 && message === 'The same record as in line 77; it was left out.',
    ),
  );
  assert.equal(new Set(incidents.map(({ id }) => id)).size, 199);
  const known = new Set<string>(incidentClasses);
  const counts = new Map<string, number>();
  for (const incident of incidents) {
    assert.ok(known.has(incident.class), incident.class);
    counts.set(incident.class, (counts.get(incident.class) ?? 0) + 1);
  }
  // 21 were of an unknown action; one more of these is told by what else was done.
  assert.equal(counts.get('other:undetermined'), 21);
  assert.ok(counts.size >= 12, [...counts.keys()].join());
  const named = report.findings.map(({ message }) => message);
  for (const line of records) {
    const record = JSON.parse(line) as Record<string, unknown>;
    const id = `vcdb-${String(record['incident_id']).toLowerCase()}`;
    const incident = incidents.find((one) => one.id === id);
    assert.ok(incident, id);
    const { rest, ...placed } = incident;
    const told = JSON.stringify(placed);
    for (const [place, value] of leaves(record)) {
      const field = place.replace(/\[\]$/, '');
      const noted = rest.some((one) => one.replaceAll(/\[\d+\]/g, '[]').startsWith(`${field}: `));
      const isNamed = named.some((message) => message.startsWith(`${field} has no place`));
      assert.equal(noted, noted && isNamed, `${field} is in the note of ${id}, and not named`);
      const isPlaced =
        /^(incident_id|source_id|security_incident|impact\.overall_rating)$/.test(field) ||
        /^(plus\.)?timeline\.|^plus\.(created|modified)$/.test(field) ||
        told.includes(JSON.stringify(value.split(/\s+/)[0] ?? '').slice(1, -1));
      assert.ok(noted || isPlaced, `${field} of ${id} is nowhere: ${value}`);
    }
  }
});

test('the incidents of a register have their class, their severity and their end, in English and German', async (t) => {
  for (const folder of ['registers', 'registers-de']) {
    const text = await fromCorpus(`iso27001-kit/${folder}/incident-register.csv`);
    if (text === undefined) return t.skip('there is no corpus');
    const { understood, findings, files } = await read({ 'incident-register.csv': text });
    const { incidents } = understood;
    assert.equal(incidents.length, 10);
    assert.deepEqual(
      incidents.map(({ class: is, severity, outcome, personalData }) => [
        ...[is, severity, outcome, personalData],
      ]),
      [
        ['fraud:phishing', 'medium', 'confirmed', false],
        ['malicious-code:infected-system', 'high', 'false-positive', false],
        ['information-content-security:data-loss', 'medium', 'confirmed', false],
        ['fraud:phishing', 'high', 'confirmed', false],
        ['intrusion-attempts:brute-force', 'low', 'confirmed', false],
        ['information-content-security:data-leak', 'high', 'confirmed', true],
        ['availability:ddos', 'medium', 'confirmed', false],
        ['availability:misconfiguration', 'high', 'confirmed', false],
        ['malicious-code:infected-system', 'high', 'confirmed', false],
        [
          'information-content-security:unauthorised-information-access',
          'medium',
          'confirmed',
          false,
        ],
      ],
    );
    // 09:14 and 14:00 in Berlin, in winter.
    const [first] = incidents;
    assert.equal(first?.id, 'inc-2026-001');
    assert.equal(first.reportedAt, '2026-01-22T08:14:00.000Z');
    assert.equal(first.closedAt, '2026-01-22T13:00:00.000Z');
    assert.equal(incidents[9]?.reportedAt, '2026-04-08T14:20:00.000Z');
    const account = files.find(({ file }) => file === 'incident-register.csv');
    assert.deepEqual([account?.outcome, account?.reason], ['taken', '10 incidents']);
    // Every cell is somewhere.
    const [header = '', ...rows] = text.trim().split('\n');
    for (const [at, row] of rows.entries()) {
      const incident = incidents[at];
      const told = JSON.stringify(incident);
      for (const [column, cell] of row.split(',').entries()) {
        const name = header.split(',')[column] ?? '';
        const isWord =
          /^(Status|Severity|Schweregrad|Type|Typ|Data Breach|Datenschutzverletzung|ID)$/.test(
            name,
          );
        const isTime = /^\d{4}-\d{2}-\d{2} /.test(cell);
        assert.ok(
          isWord || isTime || told.includes(JSON.stringify(cell).slice(1, -1)),
          `${name}: ${cell}`,
        );
      }
    }
    const said = findings.map(({ message }) => message);
    for (const name of ['Root Cause', 'Ursache', 'Response Team', 'Response-Team']) {
      if (!header.split(',').includes(name)) continue;
      assert.ok(
        said.includes(`${name} has no place of its own; it stands in a note of 10 reports.`),
        name,
      );
    }
  }
});

test('what is no incident is told of with its line, and nothing is taken twice', async () => {
  const good = {
    incident_id: 'A-1',
    summary: 'Lost',
    security_incident: 'Confirmed',
    plus: { created: '2014-01-01T00:00:00Z' },
  };
  const lines = [
    good,
    { ...good, incident_id: 'A-2', summary: ' ' },
    [],
    { ...good, plus: {} },
    good,
  ];
  const report = await read({
    'incidents/own.jsonl': `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot JSON\n`,
    'register.csv':
      'ID;Title;Reported at;Status\nX-1;Lost phone;2026-02-30 10:00;Open\nX-2;;2026-02-20;Open\nX-3;Lost;2026-02-20;Open\n',
  });
  assert.deepEqual(
    report.understood.incidents.map(({ id, closedAt }) => [id, closedAt]),
    [
      ['veris-a-1', '2014-01-01T00:00:00.000Z'],
      ['x-3', undefined],
    ],
  );
  const said = report.findings
    .filter(({ severity }) => severity === 'problem')
    .map(({ file, line, message }) => `${file}:${line ?? ''} ${message}`);
  assert.deepEqual(said, [
    'incidents/own.jsonl:2 The incident was left out: it has no summary.',
    'incidents/own.jsonl:3 The incident was left out: it is no JSON object.',
    'incidents/own.jsonl:4 The incident was left out: plus.created is no moment.',
    'incidents/own.jsonl:6 The incident was left out: it cannot be read as VERIS.',
    'register.csv:2 The incident was left out: “2026-02-30 10:00” is no moment.',
    'register.csv:3 The incident was left out: it has no title.',
  ]);
});
