import { IDBFactory } from 'fake-indexeddb';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { createClient, type Client, type ClientOptions, type OutboxEntry } from '../index.js';
import { draft, Model, sitting } from '../testing/model.js';

const ACK = 'POST /v1/acknowledgements';
const open: Client[] = [];

function connect(model: Model, options: Partial<ClientOptions> = {}): Client {
  const isms = createClient({
    baseUrl: 'https://isms.example.com',
    fetch: model.fetch(),
    getToken: () => 'alice.1',
    ...options,
  });
  open.push(isms);
  return isms;
}

const sent = (model: Model, start: string) =>
  model.requests.filter(({ line }) => line.startsWith(start));

/** Milliseconds by which the clock on the wall was set. */
let wall = 0;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  wall = 0;
  mock.method(performance, 'now', () => Date.now() - wall);
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-24T09:30:00Z') });
});
afterEach(() => {
  for (const isms of open.splice(0)) isms.close();
  mock.timers.reset();
  mock.restoreAll();
});

test('queued on the device, sending, recorded with the receipt, and so after a reload', async () => {
  const model = new Model();
  const isms = connect(model);
  const states: string[] = [];
  isms.outbox.addEventListener('change', ({ entry }) => states.push(entry.state));
  const taken = await isms.outbox.acknowledge(draft());
  assert.equal(taken.durable, true);
  assert.notEqual(taken.state, 'recorded');
  const settled = await isms.outbox.settled(taken.key);
  assert.deepEqual(states, ['queued', 'sending', 'recorded']);
  assert.equal(settled.acknowledgement?.id, `ack-${taken.key}`);
  isms.close();

  const [entry] = await connect(model).outbox.entries();
  assert.equal(entry?.state, 'recorded');
  assert.ok(entry?.acknowledgement?.receipt);
  assert.equal(sent(model, ACK).length, 1);
});

test('the same act is taken once, also after it was recorded', async () => {
  const model = new Model();
  const isms = connect(model);
  const one = await isms.outbox.acknowledge(draft());
  const two = await isms.outbox.acknowledge({ ...draft(), clientTime: '2026-11-24T09:31:00.000Z' });
  await isms.outbox.settled(one.key);
  const three = await isms.outbox.acknowledge(draft());
  assert.deepEqual([two.key, three.key, three.state], [one.key, one.key, 'recorded']);
  assert.equal(model.records.size, 1);
});

test('is not taken when somebody else has signed in since it was shown', async () => {
  const model = new Model();
  let who = 'alice';
  const isms = connect(model, { getToken: () => `${who}.1` });
  assert.equal((await isms.outbox.acknowledge(draft('one'), 'alice')).person, 'alice');
  who = 'bob';
  await assert.rejects(isms.outbox.acknowledge(draft('two'), 'alice'), { kind: 'auth' });
  assert.deepEqual(await isms.outbox.entries(), []);
  assert.equal(model.of('bob').length, 0);
});

const receipts: Record<string, (record: Record<string, unknown>) => object> = {
  person: (record) => ({ ...record, person: { id: 'bob' } }),
  policy: (record) => ({ ...record, policy: { id: 'other' } }),
  version: (record) => ({ ...record, version: 2 }),
  content: (record) => ({ ...record, contentHash: 'sha256:00' }),
  statement: (record) => ({ ...record, statement: { hash: 'sha256:00' } }),
  nothing: () => ({}),
};
for (const [name, forge] of Object.entries(receipts)) {
  test(`a receipt that names another ${name} is not "recorded"`, async () => {
    const model = new Model();
    model.forge = forge;
    const isms = connect(model);
    const states = new Set<string>();
    isms.outbox.addEventListener('change', ({ entry }) => states.add(entry.state));
    await isms.outbox.acknowledge(draft());
    await isms.outbox.flush();
    const [entry] = await isms.outbox.entries();
    assert.equal(entry?.state, 'queued');
    assert.equal(entry?.error?.kind, 'contract');
    assert.equal(entry?.acknowledgement, undefined);
    assert.ok(!states.has('recorded'));
  });
}

test('refused for good: kept and visible with its reason until dismissed', async () => {
  const model = new Model();
  model.faults[ACK] = [{ status: 409, code: 'version-not-current' }];
  const isms = connect(model);
  const { key } = await isms.outbox.acknowledge(draft());
  assert.equal((await isms.outbox.settled(key)).state, 'rejected');
  isms.close();
  const again = connect(model);
  await again.outbox.flush();
  const [entry] = await again.outbox.entries();
  assert.equal(entry?.state, 'rejected');
  assert.equal(entry?.error?.kind, 'problem');
  assert.ok(entry?.error?.kind === 'problem' && entry.error.code === 'version-not-current');
  assert.ok(entry?.error instanceof Error);
  assert.equal(sent(model, ACK).length, 1);
  await again.outbox.dismiss(key);
  assert.deepEqual(await again.outbox.entries(), []);
});

test('retry sends a rejected entry once more, under the same key', async () => {
  const model = new Model();
  model.faults[ACK] = [{ status: 404, code: 'not-found' }];
  const isms = connect(model);
  const { key } = await isms.outbox.acknowledge(draft());
  await isms.outbox.settled(key);
  await isms.outbox.retry(key);
  assert.equal((await isms.outbox.settled(key)).state, 'recorded');
  assert.deepEqual([...model.records.keys()], [key]);
});

test('what waits is not dismissed', async () => {
  const model = new Model();
  model.faults[ACK] = ['no network'];
  const isms = connect(model);
  const { key } = await isms.outbox.acknowledge(draft());
  await isms.outbox.dismiss(key);
  assert.equal((await isms.outbox.entries()).length, 1);
});

for (const [name, fault, kind] of [
  ['401', { status: 401, code: 'not-signed-in' }, 'auth'],
  ['403', { status: 403, code: 'unknown-person' }, 'problem'],
  ['409 in flight', { status: 409, code: 'idempotency-in-flight' }, 'problem'],
  ['429', { status: 429, code: 'rate-limited' }, 'problem'],
  ['500', { status: 500, code: 'internal' }, 'problem'],
  ['a lost answer', 'answer lost', 'network'],
  ['a login page', 'login page', 'not-isms'],
] as const) {
  test(`${name}: stays queued, says why, and is recorded later`, async () => {
    const model = new Model();
    model.faults[ACK] = [fault, fault];
    if (name !== '401') model.faults[ACK].pop();
    const isms = connect(model);
    const { key } = await isms.outbox.acknowledge(draft());
    await new Promise<void>((resolve) => {
      isms.outbox.addEventListener('change', ({ entry }) => entry.error && resolve());
    });
    const [entry] = await isms.outbox.entries();
    assert.equal(entry?.state, 'queued');
    assert.equal(entry?.error?.kind, kind);
    assert.equal(entry?.attempts, 1);
    mock.timers.tick(400_000);
    await isms.outbox.flush();
    assert.equal((await isms.outbox.settled(key)).state, 'recorded');
  });
}

test('the wait a backend asks for holds, also when the page comes back', async () => {
  const model = new Model();
  model.faults[ACK] = [{ status: 503, code: 'unavailable', retryAfter: 600 }];
  const isms = connect(model);
  await isms.outbox.acknowledge(draft());
  await isms.outbox.flush();
  mock.timers.tick(599_000);
  await isms.outbox.flush();
  assert.equal(sent(model, ACK).length, 1);
  mock.timers.tick(2_000);
  await isms.outbox.flush();
  assert.equal(sent(model, ACK).length, 2);
});

test('a clock that is set back does not hold it for ever', async () => {
  const model = new Model();
  model.faults[ACK] = [{ status: 503, code: 'unavailable', retryAfter: 600 }];
  const isms = connect(model);
  await isms.outbox.acknowledge(draft());
  await isms.outbox.flush();
  mock.timers.setTime(Date.parse('2020-01-01T00:00:00Z'));
  await isms.outbox.flush();
  assert.equal(model.records.size, 1);
});

test('what one person did is neither shown to nor sent for the next', async () => {
  const model = new Model();
  model.faults[ACK] = ['no network'];
  let token = 'alice.1';
  const isms = connect(model, { getToken: () => token });
  const { key } = await isms.outbox.acknowledge(draft());
  await isms.outbox.flush().catch(() => {});
  token = 'bob.1';
  const seen: OutboxEntry[] = [];
  isms.outbox.addEventListener('change', ({ entry }) => seen.push(entry));
  assert.deepEqual(await isms.outbox.entries(), []);
  await isms.outbox.flush();
  await assert.rejects(isms.outbox.retry(key), RangeError);
  await isms.outbox.acknowledge(draft());
  await isms.outbox.flush();
  assert.deepEqual([...new Set(seen.map(({ person }) => person))], ['bob']);
  token = 'alice.2';
  await isms.outbox.flush();
  assert.equal(model.of('alice').length, 1);
  assert.equal(model.of('bob').length, 1);
  for (const request of sent(model, ACK)) assert.match(request.token, /^(alice|bob)/);
  assert.ok(!sent(model, ACK).some((one) => one.key === key && one.token.startsWith('bob')));
});

test('somebody else signs in between the question who it is and the send', async () => {
  const model = new Model();
  let asked = 0;
  // The act is taken for alice; from then on every token is bob's.
  const isms = connect(model, { getToken: () => (++asked <= 1 ? 'alice.1' : 'bob.1') });
  await isms.outbox.acknowledge(draft()).catch(() => {});
  await isms.outbox.flush();
  assert.equal(model.of('bob').length, 0);
  assert.ok(!sent(model, ACK).some(({ token }) => token.startsWith('bob')));
});

test('a refused token that is replaced by somebody else’s sends nothing', async () => {
  const model = new Model();
  model.faults[ACK] = [{ status: 401, code: 'not-signed-in' }];
  const getToken = ({ refresh }: { refresh: boolean }) => (refresh ? 'bob.1' : 'alice.1');
  const isms = connect(model, { getToken });
  await isms.outbox.acknowledge(draft());
  await isms.outbox.flush();
  assert.equal(model.records.size, 0);
});

test('nobody can be named: nothing is taken', async () => {
  const model = new Model();
  const isms = connect(model, { getToken: () => undefined });
  await assert.rejects(isms.outbox.acknowledge(draft()), { kind: 'auth' });
  await assert.rejects(isms.outbox.entries(), { kind: 'auth' });
});

test('without a network a token that cannot be renewed does not stop the last known person', async () => {
  const model = new Model();
  let renewable = true;
  const getToken = () => (renewable ? 'alice.1' : Promise.reject(new Error('offline')));
  const isms = connect(model, { getToken });
  await isms.outbox.entries();
  renewable = false;
  await assert.rejects(isms.outbox.acknowledge(draft()), { kind: 'auth' });
  const real = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true });
  const { key, person } = await isms.outbox.acknowledge(draft());
  if (real) Object.defineProperty(globalThis, 'navigator', real);
  else Reflect.deleteProperty(globalThis, 'navigator');
  assert.equal(person, 'alice');
  assert.equal(model.records.size, 0);
  renewable = true;
  await isms.outbox.flush();
  assert.equal((await isms.outbox.settled(key)).state, 'recorded');
});

for (const [name, broken] of [
  [
    'refused',
    {
      open: () => {
        throw new Error('SecurityError');
      },
    },
  ],
  ['absent', undefined],
] as const) {
  test(`storage is ${name}: the entry says that it is not durable, and is sent`, async () => {
    globalThis.indexedDB = broken as unknown as IDBFactory;
    const model = new Model();
    model.faults[ACK] = ['no network'];
    const isms = connect(model);
    const { durable, key, error } = await isms.outbox.acknowledge(draft());
    assert.equal(durable, false);
    assert.equal(error?.kind, broken && 'storage');
    await isms.outbox.flush();
    await isms.outbox.flush();
    assert.equal((await isms.outbox.settled(key)).state, 'recorded');
  });
}

test('readings: the newest of a session, after acknowledgements, at most one in five seconds', async () => {
  const model = new Model();
  let online = false;
  const isms = connect(model, {
    fetch: (...given) =>
      online || String((given[0] as Request).url).endsWith('/me')
        ? model.fetch()(...given)
        : Promise.reject(new TypeError('offline')),
  });
  for (const sequence of [1, 3, 2]) await isms.outbox.reading('s1', sitting(sequence));
  await isms.outbox.reading('s2', sitting(1));
  await isms.outbox.acknowledge(draft());
  await isms.outbox.flush();
  mock.timers.tick(400_000);
  online = true;
  await isms.outbox.flush();
  const lines = () => model.requests.filter(({ line }) => !line.endsWith('/me')).map((r) => r.line);
  assert.deepEqual(lines(), [ACK, 'PUT /v1/readings/s1']);
  assert.equal(model.readings.get('/v1/readings/s1')?.body.sequence, 3);
  mock.timers.tick(4_000);
  await isms.outbox.flush();
  assert.equal(lines().length, 2);
  mock.timers.tick(1_000);
  await isms.outbox.flush();
  assert.deepEqual(lines().slice(2), ['PUT /v1/readings/s2']);
  assert.deepEqual(
    (await isms.outbox.entries()).map(({ kind }) => kind),
    ['acknowledgement'],
  );
});

test('a clock that is set back between two readings does not hold the second', async () => {
  const model = new Model();
  const isms = connect(model);
  await isms.outbox.reading('s1', sitting(1));
  await isms.outbox.flush();
  await isms.outbox.reading('s2', sitting(1));
  wall = Date.parse('2020-01-01T00:00:00Z') - Date.now();
  mock.timers.setTime(Date.parse('2020-01-01T00:00:06Z'));
  await isms.outbox.flush();
  assert.equal(sent(model, 'PUT').length, 2);
});

test('a reading is taken for nobody but the person it was shown to', async () => {
  const model = new Model();
  let who = 'alice';
  const isms = connect(model, { getToken: () => `${who}.1` });
  await isms.outbox.reading('s1', sitting(1), 'alice');
  await isms.outbox.flush();
  who = 'bob';
  await assert.rejects(isms.outbox.reading('s1', sitting(2), 'alice'), { kind: 'auth' });
  await isms.outbox.flush();
  assert.deepEqual(
    [...model.readings.values()].map((one) => [one.person, one.body.sequence]),
    [['alice', 1]],
  );
});

test('what was displayed while a reading was under way is sent as well', async () => {
  const model = new Model();
  const isms = connect(model);
  const first = isms.outbox.reading('s', sitting(1));
  isms.outbox.addEventListener('change', ({ entry }) => {
    if (entry.state === 'sending') void isms.outbox.reading('s', sitting(2));
  });
  await first;
  await isms.outbox.flush();
  mock.timers.tick(5_000);
  await isms.outbox.flush();
  assert.equal(model.readings.get('/v1/readings/s')?.body.sequence, 2);
});

test('acts that were recorded a month ago leave the device', async () => {
  const model = new Model();
  const isms = connect(model);
  const { key } = await isms.outbox.acknowledge(draft());
  await isms.outbox.settled(key);
  mock.timers.tick(31 * 86_400_000);
  await isms.outbox.acknowledge(draft('other'));
  await isms.outbox.flush();
  const policies = (await isms.outbox.entries()).map(
    ({ kind, body }) => kind === 'acknowledgement' && body.policy,
  );
  assert.deepEqual(policies, ['other']);
});
