import { IDBFactory } from 'fake-indexeddb';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { createClient, type Client, type ClientOptions, type Device } from '../index.js';
import { person, policy, problem } from '../testing/fixtures.js';

const baseUrl = 'https://isms.example.com';
const text = { policy: 'a', version: 1, language: 'en', title: 'A', sections: [] };
const contentHash = `sha256:${createHash('sha256').update(JSON.stringify(text)).digest('hex')}`;
const place = { policy: 'a', version: 1, contentHash };
const image = { type: 'image/png', width: 2, height: 1, data: 'aGVlZA==' };
const imageHash = `sha256:${createHash('sha256').update(JSON.stringify(image)).digest('hex')}`;

/** A token as identity providers give them; nobody here checks who signed it. */
const jwt = (sub: string, more: object = {}) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'none' }), part({ iss: 'https://login.test', sub, ...more }), ''].join('.');
};

/** What the network does; by default it brings the answers below. */
let network: (path: string) => Response | Promise<Response>;
let asked: string[] = [];
const open: Client[] = [];

function answer(path: string): Response {
  const stored = path.includes('documents') ? text : path.includes('images') ? image : undefined;
  const body = stored ?? (path === '/v1/me' ? person('p-1') : policy('a'));
  const cache = stored ? 'private, immutable' : 'private, no-cache';
  const headers = { 'content-type': 'application/json', etag: '"1"', 'cache-control': cache };
  return new Response(JSON.stringify(body), { headers });
}

const refuse = (status: number) => () => {
  const { headers, body } = problem(status, 'internal');
  return new Response(JSON.stringify(body), { status, headers });
};
const cut = () => {
  throw new TypeError('fetch failed');
};

/** A new page of the same device. */
function page(options: Partial<ClientOptions> = {}): Client {
  const isms = createClient({
    baseUrl,
    getToken: () => jwt('alice'),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      asked.push(pathname);
      return network(pathname);
    },
    ...options,
  });
  open.push(isms);
  return isms;
}

/** Waits until what was asked for so far is kept. */
const kept = async ({ device }: { device: Device }) => (await device.copies())!.documents();

/** Whether the device says that it has a network. */
function online(value: boolean): void {
  Object.defineProperty(globalThis, 'navigator', {
    value: { onLine: value },
    configurable: true,
  });
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  network = answer;
  asked = [];
});
afterEach(() => {
  for (const isms of open.splice(0)) isms.close();
  Reflect.deleteProperty(globalThis, 'navigator');
  mock.timers.reset();
});

for (const [what, failing] of [
  ['there is no connection', cut],
  ['the backend fails', refuse(500)],
  ['a gateway answers for it', () => new Response('<p>Bad gateway</p>', { status: 502 })],
] as const) {
  test(`when ${what}, a new page is answered from this device, and says since when`, async () => {
    const first = page();
    await first.policies.read({ policy: 'a' });
    await kept(first);
    const before = Date.now();

    network = failing;
    online(false);
    const isms = page();
    const changes: (Date | undefined)[] = [];
    isms.device.addEventListener('change', () => changes.push(isms.device.asOf));
    assert.equal((await isms.policies.read({ policy: 'a' })).title, 'a');
    assert.ok(isms.device.asOf && isms.device.asOf.getTime() <= before);
    await assert.rejects(
      isms.policies.read({ policy: 'b' }),
      'what was never asked for is not here',
    );

    network = answer;
    await isms.policies.read({ policy: 'a' });
    assert.equal(isms.device.asOf, undefined);
    assert.equal(changes.length, 2);
  });
}

test('what the backend says is never covered by a copy', async () => {
  const first = page();
  await first.policies.read({ policy: 'a' });
  await kept(first);
  for (const status of [404, 403, 401]) {
    network = refuse(status);
    await assert.rejects(page().policies.read({ policy: 'a' }), { status });
  }
  network = () => new Response('<p>Sign in</p>', { headers: { 'content-type': 'text/html' } });
  await assert.rejects(page().policies.read({ policy: 'a' }), { kind: 'not-isms' });
});

test('a document that is here is not asked for again', async () => {
  const first = page();
  await first.documents.read(place);
  assert.deepEqual([...(await kept(first))], [contentHash]);
  asked = [];
  network = cut;
  const isms = page();
  assert.equal((await isms.documents.read(place)).title, 'A');
  assert.deepEqual(asked, []);
  assert.equal(isms.device.asOf, undefined, 'a text that never changes is not out of date');
});

test('a picture that is here is not asked for again, and is no text', async () => {
  const first = page();
  const its = { policy: 'a', version: 1, contentHash: imageHash };
  await first.images.read(its);
  assert.deepEqual(await kept(first), new Set());
  asked = [];
  network = cut;
  assert.deepEqual(await page().images.read(its), image);
  assert.deepEqual(asked, []);
});

test('copies are for one person: somebody else gets none, and their own take the place', async () => {
  const alice = page();
  await alice.policies.read({ policy: 'a' });
  await alice.documents.read(place);
  await kept(alice);
  network = cut;
  online(false);
  const bob = page({ getToken: () => jwt('bob') });
  await assert.rejects(bob.policies.read({ policy: 'a' }), { kind: 'network' });
  await assert.rejects(bob.documents.read(place), { kind: 'network' });
  network = answer;
  await bob.me.read();
  await kept(bob);
  network = cut;
  await assert.rejects(page().policies.read({ policy: 'a' }), { kind: 'network' });
  assert.deepEqual(await kept(page()), new Set());
});

test('a fresh token of the same person opens the copies; nobody and an unreadable token do not', async () => {
  const first = page();
  await first.policies.read({ policy: 'a' });
  await kept(first);
  network = cut;
  online(false);
  const fresh = page({ getToken: () => jwt('alice', { exp: 1 }) });
  assert.equal((await fresh.policies.read({ policy: 'a' })).id, 'a');
  for (const token of [undefined, 'opaque', 'a.b.c', jwt('')]) {
    const isms = page({ getToken: () => token });
    await assert.rejects(isms.policies.read({ policy: 'a' }), { kind: 'network' });
  }
});

test('without a network the host may fail to give a token: the copies are still for whom they were', async () => {
  const first = page();
  await first.me.read();
  await kept(first);
  const getToken = () => Promise.reject(new Error('no network'));
  network = (path) => (path === '/v1/me' ? refuse(401)() : answer(path));
  await assert.rejects(page({ getToken }).me.read(), { kind: 'auth' }, 'the backend can be asked');
  network = cut;
  const isms = page({ getToken });
  assert.equal((await isms.me.read()).id, 'p-1');
  const entry = await isms.outbox.acknowledge({
    policy: 'a',
    version: 1,
    contentHash,
    language: 'en',
    statementHash: contentHash,
    clientTime: new Date().toISOString(),
    method: 'visual',
  });
  assert.equal(entry.person, 'p-1');
  assert.equal(entry.durable, true);
});

test('a network that hardly moves: the copy after four seconds, and its answer when it comes', async () => {
  const first = page();
  await first.policies.read({ policy: 'a' });
  await kept(first);
  let arrive: (response: Response) => void = () => undefined;
  network = () => new Promise((resolve) => (arrive = resolve));
  const isms = page();
  await isms.device.copies();
  mock.timers.enable({ apis: ['setTimeout'] });
  let shown: string | undefined;
  void isms.policies.read({ policy: 'a' }).then(({ title }) => (shown = title));
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  for (let turn = 0; turn < 20; turn++) await settle();
  mock.timers.tick(3999);
  for (let turn = 0; turn < 20; turn++) await settle();
  assert.equal(shown, undefined);
  mock.timers.tick(1);
  for (let turn = 0; turn < 50; turn++) await settle();
  assert.equal(shown, 'a');
  assert.ok(isms.device.asOf);
  arrive(answer('/v1/policies/a'));
  for (let turn = 0; turn < 50; turn++) await settle();
  assert.equal(isms.device.asOf, undefined);

  shown = undefined;
  void isms.policies.read({ policy: 'a' }).then(({ title }) => (shown = title));
  for (let turn = 0; turn < 20; turn++) await settle();
  mock.timers.tick(10_000);
  for (let turn = 0; turn < 20; turn++) await settle();
  assert.equal(shown, undefined, 'a slow network that answers is waited for');
  arrive(answer('/v1/policies/a'));
  for (let turn = 0; turn < 50; turn++) await settle();
  assert.equal(shown, 'a');
});

test('what a role may see of other people is not kept', async () => {
  const isms = page();
  network = (path) =>
    path.startsWith('/v1/people/')
      ? new Response(JSON.stringify(person('p-2')), {
          headers: { 'content-type': 'application/json', etag: '"1"' },
        })
      : path === '/v1/assignments' || /\/(completions|parts|steps|tasks)$/.test(path)
        ? new Response('{"items":[]}', {
            headers: { 'content-type': 'application/json', etag: '"1"' },
          })
        : answer(path);
  await isms.people.read({ person: 'p-2' });
  await isms.assignments.list.page({ person: 'p-2' });
  await isms.assignments.list.page({});
  await isms.completions.list.page({ message: 'm' });
  await isms.parts.list.page({ task: 't' });
  await isms.steps.list.page({ task: 't' });
  await isms.tasks.list.page({ of: 'all' });
  await isms.tasks.list.page({ of: 'me' });
  await kept(isms);
  network = refuse(500);
  const later = page();
  await assert.rejects(later.people.read({ person: 'p-2' }), { status: 500 });
  await assert.rejects(later.assignments.list.page({ person: 'p-2' }), { status: 500 });
  await assert.rejects(later.completions.list.page({ message: 'm' }), { status: 500 });
  await assert.rejects(later.parts.list.page({ task: 't' }), { status: 500 });
  await assert.rejects(later.steps.list.page({ task: 't' }), { status: 500 });
  await assert.rejects(later.tasks.list.page({ of: 'all' }), { status: 500 });
  assert.deepEqual(await later.tasks.list.page({ of: 'me' }), { items: [] });
  assert.deepEqual(await later.assignments.list.page({}), { items: [] });
});

test('three hundred answers are kept, the newest', async () => {
  const isms = page();
  for (let n = 0; n < 305; n++) await isms.policies.read({ policy: `p${n}` });
  await kept(isms);
  network = refuse(500);
  const later = page();
  await assert.rejects(later.policies.read({ policy: 'p4' }), { status: 500 });
  assert.ok(await later.policies.read({ policy: 'p5' }));
  assert.ok(await later.policies.read({ policy: 'p304' }));
});

test('clearing removes every copy and nothing of the outbox', async () => {
  const isms = page();
  await isms.policies.read({ policy: 'a' });
  await isms.documents.read(place);
  await isms.me.read();
  network = (path) => (path === '/v1/me' ? answer(path) : cut());
  await isms.outbox.acknowledge({
    policy: 'a',
    version: 1,
    contentHash,
    language: 'en',
    statementHash: contentHash,
    clientTime: new Date().toISOString(),
    method: 'visual',
  });
  await (await isms.device.copies())!.clear();
  assert.deepEqual(await kept(isms), new Set());
  online(false);
  await assert.rejects(page().policies.read({ policy: 'a' }), { kind: 'network' });
  assert.equal((await isms.outbox.entries()).length, 1);
});

test('a storage that never says anything, as that of WebKit now and then, holds no text up', async () => {
  globalThis.indexedDB = { open: () => ({}) } as unknown as IDBFactory;
  const isms = page();
  assert.equal((await isms.policies.read({ policy: 'a' })).id, 'a');
  const begun = Date.now();
  assert.equal((await isms.documents.read(place)).title, 'A');
  assert.ok(Date.now() - begun < 2000, `${Date.now() - begun} ms`);
  mock.timers.enable({ apis: ['setTimeout'] });
  let count: number | undefined;
  void kept(isms).then(({ size }) => (count = size));
  for (let turn = 0; turn < 20 && count === undefined; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    mock.timers.tick(1000);
  }
  assert.equal(count, 0);
});

test('where the storage refuses, everything works without copies', async () => {
  const storages = [
    undefined,
    { open: () => assert.fail('site data is blocked') },
    {
      get open() {
        throw new Error('site data is blocked');
      },
    },
  ];
  for (const storage of storages) {
    globalThis.indexedDB = storage as unknown as IDBFactory;
    network = answer;
    const isms = page();
    assert.equal((await isms.policies.read({ policy: 'a' })).id, 'a');
    assert.equal((await isms.documents.read(place)).title, 'A');
    assert.deepEqual(await kept(isms), new Set());
    network = refuse(500);
    await assert.rejects(page().policies.read({ policy: 'a' }), { status: 500 });
  }
});
