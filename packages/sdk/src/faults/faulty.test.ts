import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faulty } from './faulty.js';

/** Answers with what was asked for, and remembers it. */
function app() {
  const asked: string[] = [];
  const handler = async (request: Request) => {
    const path = new URL(request.url).pathname;
    asked.push(`${request.method} ${path} ${await request.text()}`.trim());
    return path === '/empty' ? new Response(null, { status: 204 }) : Response.json({ path });
  };
  return { asked, network: faulty(handler) };
}

const url = (path: string) => `https://isms.test${path}`;

describe('a faulty network', () => {
  it('changes nothing until it is armed', async () => {
    const { asked, network } = app();
    const headers = { 'idempotency-key': 'k' };
    const answer = await network.fetch(url('/a'), { method: 'POST', body: 'text', headers });
    assert.deepEqual(await answer.json(), { path: '/a' });
    await network.fetch(new Request(url('/b'), { method: 'PUT', body: 'more' }));
    await network.fetch(new URL(url('/c')));
    assert.deepEqual(asked, ['POST /a text', 'PUT /b more', 'GET /c']);
    assert.deepEqual(network.sent[0], {
      method: 'POST',
      url: url('/a'),
      key: 'k',
      fault: undefined,
    });
  });

  it('meets the next request, or those that are aimed at, each fault in its turn', async () => {
    const { network } = app();
    network.arm({ kind: 'unavailable', retryAfter: 7 });
    network.arm({ kind: 'login-page' }, { times: 2, when: (one) => one.url.endsWith('/b') });
    network.arm({ kind: 'token-refused' });
    const met: string[] = [];
    for (const path of ['/a', '/a', '/b', '/b', '/b', '/a']) {
      const { status, headers } = await network.fetch(url(path));
      met.push(`${path} ${status} ${headers.get('retry-after') ?? headers.get('content-type')}`);
    }
    assert.deepEqual(met, [
      '/a 503 7',
      '/a 401 application/problem+json',
      '/b 200 text/html; charset=utf-8',
      '/b 200 text/html; charset=utf-8',
      '/b 200 application/json',
      '/a 200 application/json',
    ]);
  });

  it('stays as it is until it is healed', async () => {
    const { asked, network } = app();
    network.arm({ kind: 'offline' }, { times: Infinity });
    for (let n = 0; n < 5; n++) await assert.rejects(network.fetch(url('/a')), TypeError);
    network.heal();
    assert.equal((await network.fetch(url('/a'))).status, 200);
    assert.equal(asked.length, 1);
  });

  it('loses or cuts the answer after the work, and never before', async () => {
    const { asked, network } = app();
    network.arm({ kind: 'answer-lost' });
    await assert.rejects(network.fetch(url('/lost')), TypeError);
    network.arm({ kind: 'answer-cut' });
    const { status, body } = await network.fetch(url('/cut'));
    const reader = body!.getReader();
    const { value } = await reader.read();
    assert.equal(status, 200);
    assert.equal(new TextDecoder().decode(value), '{"path"');
    await assert.rejects(reader.read(), TypeError);
    network.arm({ kind: 'answer-cut' });
    await assert.rejects(network.fetch(url('/empty')), TypeError);
    assert.deepEqual(asked, ['GET /lost', 'GET /cut', 'GET /empty']);
  });

  it('takes its time, and tells at once whoever stops waiting', async () => {
    const { asked, network } = app();
    network.arm({ kind: 'latency', milliseconds: 30 });
    const started = performance.now();
    await network.fetch(url('/a'));
    assert.ok(performance.now() - started >= 29);

    const controller = new AbortController();
    network.arm({ kind: 'latency', milliseconds: 600_000 });
    const slow = network.fetch(url('/b'), { signal: controller.signal });
    controller.abort(new Error('enough'));
    await assert.rejects(slow, { message: 'enough' });
    await assert.rejects(network.fetch(url('/c'), { signal: AbortSignal.abort() }), {
      name: 'AbortError',
    });
    assert.deepEqual(asked, ['GET /a']);
  });
});
