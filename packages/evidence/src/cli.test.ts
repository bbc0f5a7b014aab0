import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { canonicalize } from './canonical.js';
import { generateSigningKey } from './keys.js';
import { formatVerifierKey } from './notes.js';
import { issueReceipt, RECORD } from './receipts.checks.js';

const folder = mkdtempSync(join(tmpdir(), 'heed-verify-'));
after(() => rmSync(folder, { recursive: true }));

const good = join(folder, 'good.json');
const changed = join(folder, 'changed.json');
const edited = join(folder, 'edited.json');
const full = join(folder, 'full.json');
const hostile = join(folder, 'hostile.json');
const done = join(folder, 'done.json');
let key = '';
let otherKey = '';

before(async () => {
  const signing = await generateSigningKey('isms.example.com/log');
  key = formatVerifierKey(signing.signer.key);
  otherKey = formatVerifierKey((await generateSigningKey('isms.example.com/log')).signer.key);
  const receipt = await issueReceipt(signing);
  writeFileSync(good, receipt);
  writeFileSync(changed, receipt.replace('acceptable-use', 'acceptable-abuse'));
  writeFileSync(edited, `${receipt}\n`);
  const more = {
    label: '2.1',
    reading: { displayed: 5, sections: 6, seconds: 240 },
    authentication: { issuer: 'https://login.example', at: '2026-11-23T08:00:00Z', amr: ['otp'] },
  };
  writeFileSync(
    full,
    await issueReceipt(signing, { record: canonicalize({ ...RECORD, ...more }) }),
  );
  const { tenant, person, recordedAt } = RECORD;
  const alert = { message: { id: 'm-7', channel: 'notices' }, action: { text: 'Lock the door.' } };
  const said = canonicalize({ tenant, person, recordedAt, ...alert, textHash: 'sha256:77' });
  writeFileSync(done, await issueReceipt(signing, { record: said }));
  const policy = { id: 'x', title: 'Calm\u001b[2J\u202etitle' };
  const record = canonicalize({ ...RECORD, policy, person: 'nobody', method: [1], reading: 7 });
  writeFileSync(hostile, await issueReceipt(signing, { record }));
});

function run(...args: string[]) {
  const cli = fileURLToPath(new URL('../bin/heed-verify.js', import.meta.url));
  const node = [cli, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('says who, what, when and where, and that the key is pinned', () => {
  const { status, stdout } = run(good, '--key', key);
  assert.equal(status, 0);
  const said = ['Zed', 'zoë@acme.example', 'acceptable-use', '3 in sv-SE', 'follow this policy'];
  said.push('2026-11-23T10:00:00.123Z', 'isms.example.com/log', 'entry 5 ', 'of 11', key);
  for (const text of said) assert.ok(stdout.includes(text), `${text} in\n${stdout}`);
  assert.ok(stdout.includes('The key is pinned'));
});

test('says what the organisation calls the version, what was displayed and who vouched for the sign-in', () => {
  const { status, stdout } = run(full);
  assert.equal(status, 0);
  const said = ['3 in sv-SE, called \u201c2.1\u201d', '5 of 6 sections displayed, 240 s in view'];
  said.push('https://login.example, at 2026-11-23T08:00:00Z (otp)');
  for (const text of said) assert.ok(stdout.includes(text), `${text} in\n${stdout}`);
  assert.doesNotMatch(run(good).stdout, /Displayed|Signed in by|called/);
});

test('says plainly that a key from the file is not pinned', () => {
  const { status, stdout } = run(good);
  assert.equal(status, 0);
  assert.ok(stdout.includes('NOT pinned'));
});

test('answers in JSON', () => {
  const yes = JSON.parse(run(good, '--json').stdout) as Record<string, unknown>;
  assert.deepEqual(yes['record'], RECORD);
  assert.equal(yes['verified'], true);
  const no = run(changed, '--json');
  assert.equal(no.status, 1);
  assert.equal((JSON.parse(no.stdout) as Record<string, unknown>)['code'], 'other-record');
});

test('a changed file and another key are not verified', () => {
  assert.equal(run(changed).status, 1);
  const { status, stdout, stderr } = run(good, '--key', otherKey);
  assert.deepEqual([status, stdout], [1, '']);
  assert.ok(stderr.includes('NOT verified') && stderr.includes('[other-key]'), stderr);
});

test('says what an alert asked, and who said that it is done', () => {
  const { status, stdout } = run(done);
  assert.equal(status, 0);
  for (const text of ['Zed', 'm-7 in notices', 'sha256:77', '\u201cLock the door.\u201d']) {
    assert.ok(stdout.includes(text), `${text} in\n${stdout}`);
  }
  assert.doesNotMatch(stdout, /Policy|Statement|Version/);
});

test('a line break added by an editor is named', () => {
  const { status, stderr } = run(edited);
  assert.equal(status, 1);
  assert.ok(stderr.includes('line break'));
});

test('a record cannot drive the terminal, nor crash the summary', () => {
  const { status, stdout } = run(hostile);
  assert.equal(status, 0);
  assert.ok(stdout.includes('Calm [2J title'));
  assert.doesNotMatch(stdout, /\u001b|\u202e/);
});

test('wrong usage is neither verified nor not verified', () => {
  const wrong = [[], [good, good], ['--nonsense'], [join(folder, 'none')], [good, '--key', 'x']];
  for (const args of wrong) {
    const { status, stdout, stderr } = run(...args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.notEqual(stderr, '');
  }
  assert.equal(run('--help').status, 0);
});
