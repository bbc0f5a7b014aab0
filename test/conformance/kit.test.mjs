// The kit's command, against backends of all kinds. The honest one answers through the proxy of the defects, which are
// compared with it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startEvil } from './evil.mjs';

const command = fileURLToPath(
  new URL('../../packages/conformance/bin/conformance.js', import.meta.url),
);

function conformance(args, env = {}) {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...env }, maxBuffer: 2 ** 24 };
    execFile(process.execPath, [command, ...args], options, (error, said, complained) =>
      resolve({ code: error?.code ?? 0, said, complained }),
    );
  });
}

/** A server that answers everything in one way. */
async function serve(answer) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.method);
    request.resume();
    request.on('end', () => answer(request, response));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const roles = [
  'staff',
  'colleague',
  'supplier',
  'isms-manager',
  'auditor',
  'inactive',
  'unknown',
  'expired',
  'stranger',
];

describe('the command', () => {
  let heed, folder;
  before(async () => {
    heed = await startEvil();
    folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  });
  after(async () => {
    await heed?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const token = async (userName, expiresIn = 600) => {
    const body = JSON.stringify({ userName, expiresIn });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${heed.url}/dev/token`, { method: 'POST', headers, body });
    return (await answer.json()).token;
  };
  const people = async () => {
    const { items } = await (await fetch(`${heed.url}/dev/personas`)).json();
    const named = (test) => items.filter(test).map(({ userName }) => userName);
    const staff = named(
      ({ roles: held, relation }) => held.length === 0 && relation === 'employee',
    );
    const [manager] = named(({ roles: held }) => held.includes('isms-manager'));
    const [auditor] = named(({ roles: held }) => held.includes('auditor'));
    const [supplier] = named(({ relation }) => relation === 'supplier');
    return {
      CONFORMANCE_PEOPLE_STAFF: await token(staff[0]),
      CONFORMANCE_PEOPLE_COLLEAGUE: await token(staff[1]),
      CONFORMANCE_PEOPLE_SUPPLIER: await token(supplier),
      CONFORMANCE_PEOPLE_ISMS_MANAGER: await token(manager),
      CONFORMANCE_PEOPLE_AUDITOR: await token(auditor),
      CONFORMANCE_PEOPLE_UNKNOWN: await token('nobody-of-these'),
      CONFORMANCE_PEOPLE_EXPIRED: await token(staff[0], -600),
      CONFORMANCE_PEOPLE_NEWCOMERS: (
        await Promise.all(staff.slice(2).map((one) => token(one)))
      ).join(),
    };
  };

  it('passes the reference with everything that it declares, and writes what it found', async () => {
    const args = ['--base-url', heed.url, '--setup', `${heed.url}/setup`, '--output', folder];
    const { code, said } = await conformance(args);
    assert.equal(code, 0, said);
    assert.match(
      said,
      /declares core, evidence, comms, tasks, incidents, live\..*\n\d{3} passed, 0 failed, 0 without an answer, 0 skipped, 0 of/,
    );
    const { counts, ms } = JSON.parse(await readFile(join(folder, 'result.json'), 'utf8'));
    assert.equal(counts.fail + counts.error + counts.skipped + counts.unsupported, 0);
    assert.ok(ms < 180_000, `${ms} ms`);
    assert.match(await readFile(join(folder, 'report.html'), 'utf8'), /What holds/);
    assert.match(
      await readFile(join(folder, 'junit.xml'), 'utf8'),
      /failures="0" errors="0" skipped="0"/,
    );
  });

  it('tells runs that go on at the same time apart', async () => {
    const args = [
      '--base-url',
      heed.url,
      '--setup',
      `${heed.url}/setup`,
      '--quiet',
      '--only',
      'ACK-3',
      '--only',
      'LST-5',
      '--only',
      'PEO-2',
    ];
    const runs = await Promise.all([conformance(args), conformance(args), conformance(args)]);
    for (const { code, said } of runs) assert.equal(code, 0, said);
  });

  it('without the set-up profile, tries what the people whom it is given can do', async () => {
    const { code, said } = await conformance(['--base-url', heed.url, '--quiet'], await people());
    assert.equal(code, 0, said);
    const [, passed, failed] = /(\d+) passed, (\d+) failed, 0 without/.exec(said) ?? [];
    assert.equal(failed, '0');
    assert.ok(Number(passed) > 60, said);
    assert.match(said, /× This needs the set-up profile/);
  });

  it('read-only, sends nothing but GET and HEAD', async () => {
    const before = await heedState();
    const { code, said } = await conformance(
      ['--base-url', heed.url, '--read-only', '--quiet'],
      await people(),
    );
    assert.equal(code, 0, said);
    assert.match(said, /× It records something\./);
    assert.deepEqual(await heedState(), before);
    const watched = await serve((request, response) => response.writeHead(404).end());
    await conformance(['--base-url', watched.url, '--read-only', '--quiet'], await people());
    assert.ok(watched.asked.length > 10);
    const sent = new Set(watched.asked);
    watched.stop();
    assert.deepEqual(
      [...sent].filter((method) => !['GET', 'HEAD'].includes(method)),
      [],
    );
  });

  async function heedState() {
    return (await fetch(`${heed.url}/v1/log/checkpoint`)).text();
  }

  it('tells of a server that answers {} to everything what is failing, and does not fall over it', async () => {
    const silly = await serve((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end('{}');
    });
    const env = Object.fromEntries(
      roles.map((role) => [
        `CONFORMANCE_PEOPLE_${role.replace('-', '_').toUpperCase()}`,
        `token-of-${role}`,
      ]),
    );
    const { code, said } = await conformance(['--base-url', silly.url, '--output', folder], {
      ...env,
      CONFORMANCE_PEOPLE_NEWCOMERS: 'one,two,three,four',
    });
    silly.stop();
    assert.equal(code, 1, said);
    const { counts, checks } = JSON.parse(await readFile(join(folder, 'result.json'), 'utf8'));
    assert.equal(counts.pass, 0);
    assert.equal(counts.error, 0, 'nothing of it is the kit’s own fault');
    assert.ok(counts.fail > 50);
    for (const { id, status, reason } of checks) assert.ok(status !== 'fail' || reason, id);
    assert.ok(!said.includes('token-of-staff'));
    const report = await readFile(join(folder, 'report.html'), 'utf8');
    assert.ok(!report.includes('token-of-'), 'tokens are hidden');
  });

  for (const [what, answer] of [
    [
      'HTML with status 200',
      (_, response) => response.end('<!doctype html><title>Sign in</title>'),
    ],
    [
      'a redirect',
      (_, response) => response.writeHead(302, { location: 'https://idp.example.test/' }).end(),
    ],
    ['an error', (_, response) => response.writeHead(500).end('Internal Server Error')],
    ['a cut connection', (_, response) => response.destroy()],
  ]) {
    it(`ends in good order where the answer is ${what}`, async () => {
      const odd = await serve(answer);
      const { code, said, complained } = await conformance(['--base-url', odd.url, '--quiet'], {
        CONFORMANCE_PEOPLE_STAFF: 'x',
      });
      odd.stop();
      assert.ok([1, 2].includes(code), said);
      assert.equal(complained, '');
      assert.doesNotMatch(said, /The kit is at fault/);
    });
  }

  it('says what is wrong with how it was called', async () => {
    for (const [args, message] of [
      [[], /baseUrl/],
      [['--base-url', 'nowhere'], /baseUrl/],
      [
        ['--base-url', heed.url, '--only', 'ACK-999'],
        /There is no requirement, endpoint or check ACK-999/,
      ],
      [['--base-url', heed.url, '--no-such-option'], /no-such-option/],
      [['--base-url', heed.url, '--config', join(folder, 'none.json')], /none\.json/],
    ]) {
      const { code, complained } = await conformance(args);
      assert.equal(code, 3);
      assert.match(complained, message);
    }
    assert.equal((await conformance(['--help'])).code, 0);
  });
});
