import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { contract, type Endpoint, type Problem } from '@heed/contract';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import type { App } from '../app.js';
import { officeContent } from '../testing/content.js';
import { assignments, draftFor, openOffice, type Office } from '../testing/office.js';
import type { Handlers } from './handlers.js';

describe('HTTP', () => {
  let office: Office;
  let app: App;
  let authorised: Record<string, string>;
  const lines: string[] = [];
  const portal = 'https://intranet.example.test';

  before(async () => {
    office = await openOffice({ folder: temporaryFolder() });
    await office.publish(officeContent());
    app = office.app('acme', { origins: [portal], report: (line) => lines.push(line) });
    authorised = { Authorization: `Bearer ${await office.issuer.sign('mia', 600)}` };
  });
  after(() => office.close());

  const ask = (path: string, init: RequestInit = {}) =>
    app.request(path, { ...init, headers: { ...authorised, ...init.headers } });
  const problem = async (answer: Response | Promise<Response>) =>
    (await (await answer).json()) as Problem;
  const post = (body: RequestInit['body'], headers: Record<string, string> = {}) =>
    ask('/v1/acknowledgements', {
      method: 'POST',
      body: body ?? null,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k1', ...headers },
    });

  test('every endpoint of the contract is mounted', async () => {
    for (const verbs of Object.values(contract)) {
      for (const endpoint of Object.values<Endpoint>(verbs)) {
        const path = endpoint.path.replaceAll(/\{\w+\}/g, '1');
        const { status, body } = await ask(path, { method: endpoint.method });
        // A stream goes on until somebody leaves it.
        await body?.cancel();
        assert.ok(![405, 500, 501].includes(status), `${endpoint.method} ${path}: ${status}`);
      }
    }
  });

  test('an endpoint without a handler does not compile', () => {
    const { documents: _, ...rest } = {} as Handlers;
    // @ts-expect-error documents.read has no handler
    const incomplete: Handlers = rest;
    assert.ok(incomplete);
    const wrong: Handlers['health'] = {
      // @ts-expect-error the answer does not fit the contract
      read: () => Promise.resolve({ status: 200, body: { status: 'fine' } }),
    };
    assert.ok(wrong);
  });

  test('without its storage a process is alive and not ready', async () => {
    const away = Promise.reject(new Error('away'));
    away.catch(() => undefined);
    const db = { ...office.db, query: () => away, transaction: () => away };
    const cut = office.app('acme', { db, report: () => undefined });
    assert.equal((await cut.request('/health')).status, 503);
    const live = await cut.request('/health/live');
    assert.deepEqual([live.status, await live.json()], [200, { status: 'ok' }]);
  });

  test('another method answers 405 and says which one to use', async () => {
    const answer = await ask('/v1/policies/conduct', { method: 'DELETE' });
    assert.deepEqual([answer.status, answer.headers.get('Allow')], [405, 'GET']);
    const both = await ask('/v1/acknowledgements', { method: 'PATCH' });
    assert.equal(both.headers.get('Allow'), 'POST, GET');
  });

  test('an unknown address answers 404 as a problem', async () => {
    const answer = await ask('/v2/anything');
    assert.deepEqual([answer.status, (await problem(answer)).code], [404, 'not-found']);
  });

  test('a body must be JSON in UTF-8, at most 256 kB', async () => {
    assert.equal((await post('{}', { 'Content-Type': 'text/plain' })).status, 415);
    const cases: [RequestInit['body'], number][] = [
      ['{', 400],
      ['', 400],
      [new Uint8Array([0x22, 0xff, 0x22]), 400],
      ['{"policy":"a\\u0000b"}', 400],
      ['{"policy":"\\ud800"}', 400],
      ['[]', 422],
      ['null', 422],
      [`{"policy":"${'a'.repeat(256 * 1024)}"}`, 413],
    ];
    for (const [body, status] of cases) {
      assert.equal((await post(body)).status, status, String(body).slice(0, 40));
    }
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
    });
    const init = { duplex: 'half' } as RequestInit;
    const answer = await app.request('/v1/acknowledgements', {
      ...init,
      method: 'POST',
      body: endless,
      headers: { ...authorised, 'Content-Type': 'application/json', 'Idempotency-Key': 'k2' },
    });
    assert.equal(answer.status, 413, 'also without a Content-Length');
  });

  test('every misfit is named by its JSON Pointer', async () => {
    const mia = await office.as('mia');
    const [asked] = await assignments(mia);
    assert.ok(asked);
    const draft = { ...draftFor(asked), version: 0, reading: { displayed: -1 } };
    const { errors } = await problem(post(JSON.stringify(draft)));
    const pointers = errors?.map(({ pointer }) => pointer).sort();
    assert.deepEqual(pointers, [
      '/reading/displayed',
      '/reading/seconds',
      '/reading/sections',
      '/version',
    ]);
    const query = await problem(ask('/v1/policies?limit=0'));
    assert.deepEqual(
      query.errors?.map(({ pointer }) => pointer),
      ['#query/limit'],
    );
    const path = await problem(ask('/v1/policies/conduct/versions/x'));
    assert.deepEqual(
      path.errors?.map(({ pointer }) => pointer),
      ['#path/version'],
    );
    assert.equal((await ask('/v1/policies/a%00b')).status, 422);
    assert.equal((await ask('/v1/policies/%zz')).status, 404);
  });

  test('a prototype cannot be reached through a body or a query', async () => {
    const answer = await post(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    assert.equal(answer.status, 422);
    await ask('/v1/policies?__proto__=1&constructor=2');
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  test('answers say how long they stay true', async () => {
    const me = await ask('/v1/me');
    const tag = me.headers.get('ETag') ?? '';
    assert.match(tag, /^"[\w-]{43}"$/);
    assert.equal(me.headers.get('Cache-Control'), 'private, no-cache');
    assert.equal(me.headers.get('Vary'), 'Authorization, Origin');
    for (const header of [tag, `"other", ${tag}`, `W/${tag}`, '*']) {
      const again = await ask('/v1/me', { headers: { 'If-None-Match': header } });
      assert.deepEqual([again.status, await again.text()], [304, ''], header);
      assert.equal(again.headers.get('ETag'), tag);
    }
    assert.equal((await ask('/v1/me', { headers: { 'If-None-Match': '"other"' } })).status, 200);
    const policy = (await (await ask('/v1/policies/conduct')).json()) as {
      documents: { contentHash: string }[];
    };
    const hash = policy.documents[0]?.contentHash;
    const document = await ask(`/v1/policies/conduct/versions/1/documents/${hash}`);
    assert.equal(document.headers.get('Cache-Control'), 'private, max-age=31536000, immutable');
    assert.equal(document.headers.get('ETag'), `"${hash}"`);
    const bytes = await document.arrayBuffer();
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    assert.equal(`sha256:${digest}`, hash, 'the exact bytes');
    assert.equal((await ask('/health')).headers.get('Cache-Control'), 'no-store');
    const checkpoint = await ask('/v1/log/checkpoint');
    assert.equal(checkpoint.headers.get('Content-Type'), 'text/plain; charset=utf-8');
  });

  test('HEAD answers like GET, without a body', async () => {
    const answer = await ask('/v1/me', { method: 'HEAD' });
    assert.deepEqual([answer.status, await answer.text()], [200, '']);
    assert.ok(answer.headers.get('ETag'));
  });

  test('browsers of allowed portals may call, others may not', async () => {
    const preflight = (origin: string) =>
      app.request('/v1/acknowledgements', {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization, idempotency-key',
        },
      });
    const allowed = await preflight(portal);
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get('Access-Control-Allow-Origin'), portal);
    const sent = [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-None-Match',
      'traceparent',
    ];
    for (const header of sent) {
      assert.ok(allowed.headers.get('Access-Control-Allow-Headers')?.includes(header));
    }
    const answer = await ask('/v1/me', { headers: { Origin: portal } });
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), portal);
    assert.equal(
      answer.headers.get('Access-Control-Expose-Headers'),
      'ETag, Retry-After, X-Request-Id',
    );
    assert.equal(answer.headers.get('Access-Control-Allow-Credentials'), null);
    const failed = await app.request('/v1/me', { headers: { Origin: portal } });
    assert.equal(
      failed.headers.get('Access-Control-Allow-Origin'),
      portal,
      'problems are readable',
    );
    for (const origin of ['https://evil.example.test', 'null', `${portal}.evil.test`]) {
      const other = await preflight(origin);
      assert.equal(other.headers.get('Access-Control-Allow-Origin'), null, origin);
      const foreign = await ask('/v1/me', { headers: { Origin: origin } });
      assert.equal(foreign.headers.get('Access-Control-Allow-Origin'), null, origin);
    }
  });

  test('what nobody foresaw is a problem without details, and one line without personal data', async () => {
    const broken = office.app('acme', {
      report: (line) => lines.push(line),
      clock: () => {
        throw new TypeError('secret of ann@example.test');
      },
    });
    lines.length = 0;
    const answer = await broken.request('/v1/assignments', { headers: authorised });
    const text = await answer.text();
    assert.equal(answer.status, 500);
    assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
    assert.ok(!text.includes('secret') && !text.includes(' at '), text);
    assert.equal(lines.length, 1);
    const line = JSON.parse(lines[0] ?? '') as { requestId: string; error: string; at: string[] };
    assert.equal(line.requestId, answer.headers.get('X-Request-Id'));
    assert.equal(line.error, 'TypeError');
    assert.ok(line.at.length > 0 && !lines[0]?.includes('secret'));
  });

  test('every answer carries the security headers', async () => {
    for (const path of ['/health', '/v1/me', '/nowhere']) {
      const { headers } = await ask(path);
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
      assert.match(headers.get('Content-Security-Policy') ?? '', /default-src 'none'/);
    }
  });
});
