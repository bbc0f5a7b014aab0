import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Exchange } from '../kit/exchange.js';
import type { Outcome, Run } from '../kit/result.js';
import { htmlReport } from './html.js';
import { jsonReport } from './json.js';
import { junitReport } from './junit.js';
import { summary } from './terminal.js';

const token = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJyb2JpbiJ9.c2lnbmF0dXJl';
const hostile = '</pre><script>alert(1)</script>\u0000\u202e&"\'e\u0301';

const exchange: Exchange = {
  ...{ method: 'PUT', url: 'https://isms.example.test/v1/readings/x?y=1', status: 200, ms: 12.3 },
  requestHeaders: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
  requestBody: '{"device":"desk"}',
  headers: new Headers({ 'Set-Cookie': 'session=secret-cookie', ETag: '"1"' }),
  text: JSON.stringify({ said: hostile, echoed: token, long: 'x'.repeat(10_000) }),
};

const outcome = (more: Partial<Outcome>): Outcome => ({
  ...{ id: 'readings/sum', title: 'Sittings add up', requirements: ['REA-3'], profile: 'core' },
  ...{ status: 'pass', ms: 5, exchanges: [] },
  ...more,
});

const run: Run = {
  ...{ baseUrl: 'https://isms.example.test', startedAt: '2026-11-30T09:00:00.000Z', ms: 1234 },
  declared: ['core'],
  outcomes: [
    outcome({}),
    outcome({
      id: 'me/own',
      status: 'fail',
      reason: `the body is ${hostile}`,
      exchanges: [exchange],
    }),
    outcome({ id: 'me/named', status: 'error', reason: 'no answer', exchanges: [exchange] }),
    outcome({ id: 'log/signed', status: 'unsupported', reason: 'not declared' }),
    outcome({ id: 'me/leaves', status: 'skipped', reason: 'no set-up' }),
  ],
};

describe('the reports', () => {
  for (const [name, text] of [
    ['report.html', htmlReport(run)],
    ['result.json', jsonReport(run)],
    ['junit.xml', junitReport(run)],
    ['the summary', summary(run)],
  ] as const) {
    it(`${name} holds no token and no cookie`, () => {
      assert.ok(!text.includes(token) && !text.includes('c2lnbmF0dXJl'));
      assert.ok(!text.includes('secret-cookie'));
    });
  }

  it('report.html shows what was sent, what came and what the requirement says', () => {
    const html = htmlReport(run);
    for (const part of [
      'PUT https://isms.example.test/v1/readings/x',
      'Seconds of different sessions add up',
      'ETag',
    ]) {
      assert.ok(html.toLowerCase().includes(part.toLowerCase()), part);
    }
    assert.ok(!html.includes('<script'), 'what came is text');
    assert.ok(
      ['\0', '\u202e', '\u0301'].every((char) => !html.includes(char)) &&
        html.includes('\\u{202e}'),
      'and nothing of it hides',
    );
    assert.ok(html.length < 40_000, 'bodies are cut');
    assert.ok(html.indexOf('What failed') < html.indexOf('What holds'));
  });

  it('result.json keeps the statuses apart', () => {
    const { counts, checks } = JSON.parse(jsonReport(run)) as {
      counts: object;
      checks: { requirements: object[]; exchanges: { requestHeaders: object }[] }[];
    };
    assert.deepEqual(counts, { pass: 1, fail: 1, error: 1, skipped: 1, unsupported: 1 });
    assert.deepEqual(checks[1]?.exchanges[0]?.requestHeaders, {
      Authorization: '(hidden)',
      'Content-Type': 'application/json',
    });
    assert.match(JSON.stringify(checks[0]?.requirements), /REA-3.*Seconds/);
  });

  it('junit.xml is well-formed, whatever was answered', async () => {
    const { parseXml } = await import('@rgrove/parse-xml');
    const { children } = parseXml(junitReport(run)).root ?? {};
    assert.ok(children);
    const [first = ''] = /<testsuites[^>]*>/.exec(junitReport(run)) ?? [];
    assert.match(first, /tests="5" failures="1" errors="1" skipped="2"/);
  });

  it('junit.xml of a run that could not begin has one error', () => {
    const none = junitReport({ ...run, outcomes: [], trouble: 'nobody there' });
    assert.match(none, /tests="1" failures="0" errors="1"/);
    assert.match(none, /nobody there/);
  });

  it('the summary lists what failed with its requirement, and why the rest was left out', () => {
    const text = summary(run);
    assert.match(text, /✗ me\/own: .*\n.*the body is/);
    assert.match(text, /REA-3 {2}Seconds/);
    assert.match(text, /1 × no set-up/);
    assert.match(text, /1 passed, 1 failed, 1 without an answer, 1 skipped, 1 of profiles/);
  });
});
