import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import type { App } from '../app.js';
import { readSettings } from '../settings.js';
import { SettingsError } from '../settings-error.js';
import { officeContent } from '../testing/content.js';
import { openOffice, type Office } from '../testing/office.js';
import { isLoopbackHost } from './personas.js';

describe('development personas', () => {
  let office: Office;
  let app: App;
  before(async () => {
    office = await openOffice({ folder: temporaryFolder() });
    await office.publish(officeContent());
    app = office.app('acme', {
      origins: ['http://localhost:6006', 'https://intranet.example.test'],
    });
  });
  after(() => office.close());

  const ask = (headers: Record<string, string>, remoteAddress?: string, init: RequestInit = {}) =>
    app.request(
      init.method ? '/dev/token' : '/dev/personas',
      { ...init, headers: { Host: 'localhost:4700', ...headers } },
      { incoming: { socket: { remoteAddress } } },
    );

  test('a page of this machine lists the active people and signs in as one of them', async () => {
    const list = await ask({}, '127.0.0.1');
    const { items } = (await list.json()) as { items: { userName: string }[] };
    assert.deepEqual(
      items.map(({ userName }) => userName),
      ['ann', 'ben', 'mia', 'otto', 'sue'],
    );
    const answer = await ask({ 'Content-Type': 'application/json' }, '::1', {
      method: 'POST',
      body: JSON.stringify({ userName: 'ben' }),
    });
    const { token, expiresIn } = (await answer.json()) as { token: string; expiresIn: number };
    assert.equal(expiresIn, 600);
    const me = await app.request('/v1/me', { headers: { Authorization: `Bearer ${token}` } });
    assert.equal(((await me.json()) as { userName: string }).userName, 'ben');
  });

  test('whoever is not a page of this machine is refused', async () => {
    const refused: [what: string, headers: Record<string, string>, peer: string | undefined][] = [
      ['another machine', {}, '10.0.0.7'],
      ['an unknown peer', {}, undefined],
      ['a rebound name', { Host: 'rebound.example.test:4700' }, '127.0.0.1'],
      ['a name that only begins well', { Host: 'localhost.example.test' }, '127.0.0.1'],
      ['a foreign page', { Origin: 'https://evil.example.test' }, '127.0.0.1'],
      ['a sandboxed page', { Origin: 'null' }, '127.0.0.1'],
      ['a foreign page without Origin', { 'Sec-Fetch-Site': 'cross-site' }, '127.0.0.1'],
      ['an allowed portal elsewhere', { Origin: 'https://intranet.example.test' }, '127.0.0.1'],
      ['another port of this machine', { Origin: 'http://localhost:9999' }, '127.0.0.1'],
      ['through a proxy', { 'X-Forwarded-For': '10.0.0.7' }, '127.0.0.1'],
      ['through a named proxy', { Forwarded: 'for=10.0.0.7' }, '127.0.0.1'],
    ];
    for (const [what, headers, peer] of refused) {
      assert.equal((await ask(headers, peer)).status, 403, what);
    }
    const allowed = [
      { Origin: 'http://localhost:4700' },
      { Origin: 'http://localhost:6006' },
      { Host: '[::1]:4700' },
      { Host: '127.0.0.1:4700' },
    ];
    for (const headers of allowed) {
      assert.equal((await ask(headers, '127.0.0.1')).status, 200, JSON.stringify(headers));
    }
  });

  test('personas do not start on an address that others can reach', () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.5', 'heed.example.test']) {
      assert.equal(isLoopbackHost(host), false);
      assert.throws(() => readSettings(['--dev', '--host', host], {}), SettingsError, host);
    }
    assert.ok(readSettings(['--dev', '--host', 'localhost'], {}));
    assert.throws(() => readSettings([], {}), /Nobody could sign in/);
    assert.throws(() => readSettings([], { HEED_ISSUER: 'https://i.test' }), /HEED_AUDIENCE/);
    assert.throws(() => readSettings(['--dev', '--port', 'x'], {}), /not a port/);
    assert.throws(
      () => readSettings(['--dev', '--allow-origin', 'https://a.test/x'], {}),
      /origin/,
    );
  });

  test('the test hook that kills the process is read with --dev only', () => {
    const environment = {
      HEED_TEST_CRASH_AFTER_COMMIT: '1',
      HEED_ISSUER: 'https://i.test',
      HEED_AUDIENCE: 'a',
    };
    assert.equal(readSettings([], environment)?.crashAfterCommit, false);
    assert.equal(readSettings(['--dev'], environment)?.crashAfterCommit, true);
  });
});
