import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { createClient, type ClientOptions, type IsmsError } from './index.js';
import { person, policy, problem } from './testing/fixtures.js';
import { serve } from './testing/server.js';

const connect = (options: ClientOptions) => createClient({ storage: 'memory', ...options });
const failsAs =
  (kind: IsmsError['kind'], more: object = {}) =>
  (error: unknown) => {
    assert.ok(error instanceof Error);
    assert.equal((error as IsmsError).kind, kind);
    for (const [name, value] of Object.entries(more)) {
      assert.deepEqual((error as unknown as Record<string, unknown>)[name], value);
    }
    return true;
  };

test('sends the token as a header, path parameters in the path, the rest in the query', async () => {
  await using server = await serve(() => ({ body: { items: [], next: undefined } }));
  const isms = connect({ baseUrl: `${server.baseUrl}/`, getToken: () => 'secret' });
  await isms.versions.list.page({ policy: 'a/b ?', limit: 5, cursor: undefined });
  const [request] = server.received;
  assert.equal(request?.url, '/v1/policies/a%2Fb%20%3F/versions?limit=5');
  assert.equal(request?.headers.authorization, 'Bearer secret');
  assert.ok(!request?.url.includes('secret'));
});

test('an id that would change the path is refused before anything is sent', async () => {
  await using server = await serve(() => ({ body: policy('x') }));
  const isms = connect({ baseUrl: server.baseUrl });
  for (const id of ['', '.', '..'])
    await assert.rejects(isms.policies.read({ policy: id }), TypeError);
  assert.equal(server.received.length, 0);
});

test('keeps members and enum values of a later v1', async () => {
  await using server = await serve(() => ({
    body: { ...policy('x'), kind: 'song', later: { a: 1 } },
  }));
  const read = await connect({ baseUrl: server.baseUrl }).policies.read({ policy: 'x' });
  assert.equal(read.kind, 'song');
  assert.deepEqual((read as unknown as { later: unknown }).later, { a: 1 });
});

test('lists run over all pages and stop when a cursor repeats', async () => {
  const pages: Record<string, object> = {
    '': { items: [policy('a'), policy('b')], next: '2' },
    '2': { items: [policy('c')], next: '3' },
    '3': { items: [policy('d')], next: '3' },
  };
  await using server = await serve(({ url }) => ({
    body: pages[new URL(url, 'http://x').searchParams.get('cursor') ?? ''],
  }));
  const isms = connect({ baseUrl: server.baseUrl });
  const ids = [];
  for await (const { id } of isms.policies.list()) ids.push(id);
  assert.deepEqual(ids, ['a', 'b', 'c', 'd']);
  assert.equal((await isms.policies.list.page({ cursor: '2' })).next, '3');
});

test('problem details become a typed error and are not repeated', async () => {
  await using server = await serve(() => problem(404, 'not-found', { 'x-request-id': 'other' }));
  const isms = connect({ baseUrl: server.baseUrl });
  await assert.rejects(
    isms.policies.read({ policy: 'x' }),
    failsAs('problem', { code: 'not-found', status: 404, requestId: 'r-1' }),
  );
  assert.equal(server.received.length, 1);
});

const strangers = {
  'a page with status 200': { headers: { 'content-type': 'text/html' }, body: '<h1>Sign in</h1>' },
  'JSON text sent as a page': { headers: { 'content-type': 'text/html' }, body: policy('x') },
  'a 502 page of a proxy': {
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<h1>Bad gateway</h1>',
  },
};
for (const [name, reply] of Object.entries(strangers)) {
  test(`something else answers: ${name}`, async () => {
    await using server = await serve(() => reply);
    const isms = connect({ baseUrl: server.baseUrl });
    await assert.rejects(isms.policies.read({ policy: 'x' }), failsAs('not-isms'));
  });
}

test('whatever the body is, the id of the request is in the error when a header has it', async () => {
  const page = { 'content-type': 'text/html', 'x-request-id': 'r-7' };
  const { body } = problem(403, 'forbidden');
  const nameless = { ...problem(403, 'forbidden', page), body: { ...body, requestId: undefined } };
  const answers = [
    { reply: { status: 502, headers: page, body: '<h1>Bad gateway</h1>' }, kind: 'not-isms' },
    { reply: { status: 200, headers: page, body: '<h1>Sign in</h1>' }, kind: 'not-isms' },
    { reply: { status: 401, headers: page, body: '<h1>Sign in</h1>' }, kind: 'auth' },
    { reply: nameless, kind: 'problem' },
  ] as const;
  for (const { reply, kind } of answers) {
    await using server = await serve(() => reply);
    const isms = connect({ baseUrl: server.baseUrl });
    await assert.rejects(isms.policies.read({ policy: 'x' }), failsAs(kind, { requestId: 'r-7' }));
  }
});

test('something else answers: a redirect to a login page, as HTML or as JSON', async () => {
  for (const reply of [
    { headers: { 'content-type': 'text/html' }, body: '<form>' },
    { body: { login: true } },
  ]) {
    await using server = await serve(({ url }) =>
      url === '/login' ? reply : { status: 302, headers: { location: '/login' } },
    );
    const isms = connect({ baseUrl: server.baseUrl });
    await assert.rejects(isms.me.read(), failsAs('not-isms'));
  }
});

test('answers outside the contract', async () => {
  const answers = [{ body: '{"id":"x"' }, { body: { id: 1 } }, { status: 206, body: policy('x') }];
  for (const answer of answers) {
    await using server = await serve(() => ({
      ...answer,
      headers: { 'x-request-id': 'r-9' },
    }));
    const isms = connect({ baseUrl: server.baseUrl });
    await assert.rejects(
      isms.policies.read({ policy: 'x' }),
      failsAs('contract', { requestId: 'r-9' }),
    );
  }
});

test('a body that breaks off is a network error', async () => {
  await using server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"id":"x"');
    setTimeout(() => response.destroy(), 20);
    return undefined;
  });
  const isms = connect({ baseUrl: server.baseUrl });
  await assert.rejects(isms.policies.read({ policy: 'x' }), failsAs('network'));
});

test('nobody listens: a network error after further attempts', { timeout: 20_000 }, async () => {
  let attempts = 0;
  const isms = connect({
    baseUrl: 'http://127.0.0.1:9',
    fetch: (...given) => {
      attempts += 1;
      return fetch(...given);
    },
  });
  await assert.rejects(isms.health.read(), failsAs('network'));
  assert.equal(attempts, 3);
});

for (const [name, header] of [
  ['seconds', () => '1'],
  ['a date', () => new Date(Date.now() + 2000).toUTCString()],
] as const) {
  test(`waits as long as Retry-After says, in ${name}`, async () => {
    await using server = await serve(() =>
      server.received.length === 1
        ? problem(503, 'unavailable', { 'retry-after': header() })
        : { body: policy('x') },
    );
    const started = Date.now();
    await connect({ baseUrl: server.baseUrl }).policies.read({ policy: 'x' });
    assert.equal(server.received.length, 2);
    assert.ok(Date.now() - started >= 900, `${Date.now() - started} ms`);
  });
}

test('does not wait for an hour, and says how long was asked for', async () => {
  await using server = await serve(() => problem(429, 'rate-limited', { 'retry-after': '3600' }));
  const isms = connect({ baseUrl: server.baseUrl });
  await assert.rejects(
    isms.policies.read({ policy: 'x' }),
    failsAs('problem', { retryAfter: 3_600_000 }),
  );
  assert.equal(server.received.length, 1);
});

test('20 refused requests share one refresh', async () => {
  const asked: boolean[] = [];
  let token = 'old';
  await using server = await serve(({ headers }) =>
    headers.authorization === 'Bearer new' ? { body: policy('x') } : problem(401, 'not-signed-in'),
  );
  const isms = connect({
    baseUrl: server.baseUrl,
    getToken: async ({ refresh }) => {
      asked.push(refresh);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (refresh) token = 'new';
      return token;
    },
  });
  const many = Array.from({ length: 20 }, (_, n) => isms.policies.read({ policy: `p${n}` }));
  assert.equal((await Promise.all(many)).length, 20);
  assert.equal(asked.filter(Boolean).length, 1);
  assert.equal(server.received.length, 40);
  await isms.policies.read({ policy: 'later' });
  assert.equal(server.received.length, 41);
});

test('a host that keeps giving the refused token is not asked for another each time', async () => {
  let refreshes = 0;
  await using server = await serve(({ headers }) =>
    headers.authorization === 'Bearer new' ? { body: policy('x') } : problem(401, 'not-signed-in'),
  );
  const getToken = ({ refresh }: { refresh: boolean }) => {
    refreshes += Number(refresh);
    return refresh ? 'new' : 'old';
  };
  const isms = connect({ baseUrl: server.baseUrl, getToken });
  await isms.policies.read({ policy: 'x' });
  await isms.policies.read({ policy: 'x' });
  assert.equal(refreshes, 1);
  assert.equal(server.received.length, 3);
});

test('refused twice, no token, a host that fails: an auth error', async () => {
  await using server = await serve(() => problem(401, 'not-signed-in'));
  const closed = new Error('popup closed');
  for (const [getToken, more] of [
    [() => 'bad', {}],
    [undefined, {}],
    [() => Promise.reject(closed), { cause: closed }],
  ] as const) {
    const isms = connect({ baseUrl: server.baseUrl, getToken });
    await assert.rejects(isms.me.read(), failsAs('auth', more));
  }
  const tokens = server.received.map(({ headers }) => headers.authorization);
  assert.deepEqual(tokens, ['Bearer bad', 'Bearer bad', undefined, undefined]);
});

test('aborts while it waits for the token, the answer or the next attempt', async () => {
  await using silent = await serve(() => new Promise(() => {}));
  await using busy = await serve(() => problem(503, 'unavailable', { 'retry-after': '10' }));
  for (const options of [
    { baseUrl: silent.baseUrl, getToken: () => new Promise<string>(() => {}) },
    { baseUrl: silent.baseUrl },
    { baseUrl: busy.baseUrl },
  ]) {
    const reason = new Error('enough');
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    const call = connect(options).me.read({}, { signal: controller.signal });
    await assert.rejects(call, (error) => error === reason);
  }
  await assert.rejects(
    connect({ baseUrl: silent.baseUrl }).me.read({}, { signal: AbortSignal.abort() }),
    { name: 'AbortError' },
  );
});

test('asks whether a kept answer still holds, and keeps nothing for another token', async () => {
  await using server = await serve(({ headers }) =>
    headers['if-none-match'] === '"1"'
      ? { status: 304, headers: { etag: '"1"' } }
      : { headers: { etag: '"1"' }, body: policy('x') },
  );
  let token = 'alice';
  const isms = connect({ baseUrl: server.baseUrl, getToken: () => token });
  const first = await isms.policies.read({ policy: 'x' });
  first.title = 'scribbled on';
  assert.equal((await isms.policies.read({ policy: 'x' })).title, 'x');
  token = 'bob';
  await isms.policies.read({ policy: 'x' });
  assert.deepEqual(
    server.received.map(({ headers }) => headers['if-none-match']),
    [undefined, '"1"', undefined],
  );
});

test('a document is checked against its hash and then never asked for again', async () => {
  const text = JSON.stringify({
    language: 'en',
    policy: 'x',
    sections: [],
    title: 'X',
    version: 1,
  });
  const contentHash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  let body = text;
  await using server = await serve(() => ({
    headers: { etag: '"d"', 'cache-control': 'private, max-age=31536000, immutable' },
    body,
  }));
  const input = { policy: 'x', version: 1, contentHash };
  const isms = connect({ baseUrl: server.baseUrl });
  assert.equal((await isms.documents.read(input)).title, 'X');
  assert.equal((await isms.documents.read(input)).title, 'X');
  assert.equal(server.received.length, 1);
  body = text.replace('"X"', '"Y"');
  await assert.rejects(
    connect({ baseUrl: server.baseUrl }).documents.read(input),
    failsAs('contract'),
  );
});

test('only what is asked for by its hash is held against one that was handed in', async () => {
  const reading = { policy: 'x', version: 1, sections: [], seconds: 0, methods: [] };
  await using server = await serve(() => ({ body: reading }));
  const shown = { policy: 'x', version: 1, contentHash: 'sha256:00', language: 'en' };
  assert.deepEqual(await connect({ baseUrl: server.baseUrl }).readings.read(shown), reading);
});

test('a keyed create is repeated with the same key and body', async () => {
  await using server = await serve((_, response) => {
    if (server.received.length < 3) response.destroy();
    return server.received.length < 3 ? undefined : problem(404, 'not-found');
  });
  const isms = connect({ baseUrl: server.baseUrl });
  const draft = {
    policy: 'x',
    version: 1,
    contentHash: 'sha256:0',
    language: 'en',
    statementHash: 'sha256:1',
    clientTime: '2026-11-24T09:30:00.000Z',
    method: 'visual' as const,
  };
  await assert.rejects(isms.acknowledgements.create(draft), failsAs('problem'));
  assert.equal(server.received.length, 3);
  assert.equal(new Set(server.received.map(({ headers }) => headers['idempotency-key'])).size, 1);
  assert.deepEqual(JSON.parse(server.received[2]?.body ?? ''), draft);
  await assert.rejects(isms.acknowledgements.create(draft, { key: 'mine' }), failsAs('problem'));
  assert.equal(server.received[3]?.headers['idempotency-key'], 'mine');
});

test('hooks see every attempt and may answer instead', async () => {
  await using server = await serve(() => ({ body: person('alice') }));
  const seen: number[] = [];
  const isms = connect({
    baseUrl: server.baseUrl,
    hooks: {
      beforeRequest: [(request) => request.headers.set('traceparent', '00-1')],
      afterResponse: [(_, response) => void seen.push(response.status)],
    },
  });
  await isms.me.read();
  assert.equal(server.received[0]?.headers['traceparent'], '00-1');
  assert.deepEqual(seen, [200]);
  const stub = connect({
    baseUrl: server.baseUrl,
    hooks: { beforeRequest: [() => Response.json(person('bob'))] },
  });
  assert.equal((await stub.me.read()).id, 'bob');
  assert.equal(server.received.length, 1);
});

test('a signed checkpoint is plain text, and a page is not one', async () => {
  let type = 'text/plain; charset=utf-8';
  await using server = await serve(() => ({ headers: { 'content-type': type }, body: 'log\n1\n' }));
  const isms = connect({ baseUrl: server.baseUrl });
  assert.equal(await isms.log.checkpoint(), 'log\n1\n');
  type = 'text/html';
  await assert.rejects(isms.log.checkpoint(), failsAs('not-isms'));
});
