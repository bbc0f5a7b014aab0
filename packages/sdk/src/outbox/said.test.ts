// What somebody says in channels and of alerts, on its way through the outbox.
import { IDBFactory } from 'fake-indexeddb';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { createClient, ProblemError, type Client, type ClientOptions } from '../index.js';
import { Model, saying } from '../testing/model.js';

/** What was displayed. */
const alert = { id: 'm-1', text: 'A door is open', action: { text: 'Lock it' } };
const DONE = 'PUT /v1/messages/m-1/completion';
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

const puts = (model: Model) =>
  model.requests.flatMap(({ line }) => (line.startsWith('PUT') ? [line.split('/')[3]] : []));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-24T09:30:00Z') });
});
afterEach(() => {
  for (const isms of open.splice(0)) isms.close();
  mock.timers.reset();
  mock.restoreAll();
});

test('a message is queued on the device, sent, and recorded as the backend tells it', async () => {
  const model = new Model();
  const isms = connect(model);
  const states: string[] = [];
  isms.outbox.addEventListener('change', ({ entry }) => states.push(entry.state));
  const taken = await isms.outbox.post(undefined, saying('Hello'));
  assert.ok(taken.durable && taken.state !== 'recorded' && taken.key.length > 20);
  const { message } = await isms.outbox.settled(taken.key);
  assert.deepEqual(states, ['queued', 'sending', 'recorded']);
  assert.deepEqual([message?.id, message?.html], [taken.key, '<p>Hello</p>']);
  isms.close();

  const [entry] = await connect(model).outbox.entries();
  assert.deepEqual(
    [entry?.kind, entry?.state, entry?.message?.text],
    ['message', 'recorded', 'Hello'],
  );
  assert.equal(puts(model).length, 1);
});

test('the same message is taken once, and another one never takes its place', async () => {
  const model = new Model();
  const isms = connect(model);
  const draft = saying('One');
  const [one, two] = await Promise.all([
    isms.outbox.post('m-1', draft),
    isms.outbox.post('m-1', Object.fromEntries(Object.entries(draft).reverse()) as typeof draft),
  ]);
  assert.deepEqual([one.key, two.key], ['m-1', 'm-1']);
  await assert.rejects(isms.outbox.post('m-1', saying('Two')), RangeError);
  assert.equal((await isms.outbox.settled('m-1')).message?.text, 'One');
  await assert.rejects(isms.outbox.post('m-1', saying('Two')), RangeError);
  assert.equal((await isms.outbox.post('m-1', draft)).state, 'recorded');
  assert.deepEqual(puts(model), ['m-1']);
});

test('an id that another person has used here is not theirs', async () => {
  const model = new Model();
  model.faults['PUT /v1/messages/m-1'] = ['no network', 'no network', 'no network'];
  let who = 'alice';
  const isms = connect(model, { getToken: () => `${who}.1` });
  await isms.outbox.post('m-1', saying('One'));
  await isms.outbox.flush();
  who = 'bob';
  await assert.rejects(isms.outbox.post('m-1', saying('One')), RangeError);
  await assert.rejects(isms.outbox.post(undefined, saying('Mine'), 'alice'), { kind: 'auth' });
  await assert.rejects(isms.outbox.complete({ ...alert, id: 'm-9' }, 'alice'), { kind: 'auth' });
  await isms.outbox.flush();
  assert.deepEqual([...model.messages], []);
});

test('what is said in one channel goes in its order: what waits holds what follows, and nothing else', async () => {
  const model = new Model();
  model.faults['PUT /v1/messages/m-1'] = [{ status: 503, code: 'unavailable', retryAfter: 60 }];
  const isms = connect(model);
  for (const [id, draft] of [
    ['m-1', saying('One')],
    ['m-2', { ...saying('Two'), thread: 'm-1' }],
    ['m-3', saying('Three', 'canteen')],
  ] as const) {
    await isms.outbox.post(id, draft);
    mock.timers.tick(1);
  }
  await isms.outbox.flush();
  assert.deepEqual([...model.messages.keys()], ['m-3']);
  mock.timers.tick(61_000);
  await isms.outbox.flush();
  assert.deepEqual([...model.messages.keys()], ['m-3', 'm-1', 'm-2']);
});

for (const [name, fault, state] of [
  ['may not say it there', { status: 403, code: 'forbidden' }, 'rejected'],
  ['answers to what was withdrawn', { status: 409, code: 'not-open-for-this' }, 'rejected'],
  ['is not known yet', { status: 403, code: 'unknown-person' }, 'queued'],
  ['meets a backend that is down', { status: 503, code: 'unavailable' }, 'queued'],
  ['meets a login page', 'login page', 'queued'],
  ['does not hear the answer', 'answer lost', 'queued'],
] as const) {
  test(`whoever ${name}: ${state}, and why`, async () => {
    const model = new Model();
    model.faults['PUT /v1/messages/m-1'] = [fault];
    const isms = connect(model);
    await isms.outbox.post('m-1', saying('One'));
    await new Promise<void>((resolve) => {
      isms.outbox.addEventListener('change', ({ entry }) => entry.error && resolve());
    });
    const [entry] = await isms.outbox.entries();
    assert.equal(entry?.state, state);
    assert.equal(entry?.message, undefined);
    // Said again, what was refused is sent again; what waits is not doubled.
    mock.timers.tick(400_000);
    await isms.outbox.post('m-1', saying('One'));
    assert.equal((await isms.outbox.settled('m-1')).state, 'recorded');
    assert.deepEqual([...model.messages.keys()], ['m-1']);
  });
}

for (const [name, forge] of Object.entries({
  id: (answer: object) => ({ ...answer, id: 'other' }),
  channel: (answer: object) => ({ ...answer, channel: 'other' }),
  author: (answer: object) => ({ ...answer, author: { id: 'bob', displayName: 'Bob' } }),
})) {
  test(`an answer with another ${name} is not "recorded"`, async () => {
    const model = new Model();
    model.forge = forge;
    const isms = connect(model);
    await isms.outbox.post('m-1', saying('One'));
    await isms.outbox.flush();
    const [entry] = await isms.outbox.entries();
    assert.deepEqual([entry?.state, entry?.error?.kind], ['queued', 'contract']);
  });
}

test('that something is done is taken once for each person, and recorded with its receipt', async () => {
  const model = new Model();
  let who = 'alice';
  const isms = connect(model, { getToken: () => `${who}.1` });
  const [one, two] = await Promise.all([isms.outbox.complete(alert), isms.outbox.complete(alert)]);
  assert.equal(one.key, two.key);
  const { state, completion } = await isms.outbox.settled(one.key);
  assert.deepEqual([state, completion?.person, completion?.message], ['recorded', 'alice', 'm-1']);
  assert.ok(completion?.receipt);
  assert.equal((await isms.outbox.complete(alert)).state, 'recorded');
  who = 'bob';
  await isms.outbox.settled((await isms.outbox.complete(alert)).key);
  assert.deepEqual(model.completions.get('m-1'), ['alice', 'bob']);
});

for (const [name, forge] of Object.entries({
  person: (record: object) => ({ ...record, person: { id: 'bob' } }),
  alert: (record: object) => ({ ...record, message: { id: 'm-2', channel: 'security' } }),
  nothing: () => ({}),
})) {
  test(`a receipt of a completion that names another ${name} is not "recorded"`, async () => {
    const model = new Model();
    model.forge = forge;
    const isms = connect(model);
    const states = new Set<string>();
    isms.outbox.addEventListener('change', ({ entry }) => states.add(entry.state));
    await isms.outbox.complete(alert);
    await isms.outbox.flush();
    const [entry] = await isms.outbox.entries();
    assert.deepEqual([entry?.state, entry?.error?.kind], ['queued', 'contract']);
    assert.equal(entry?.completion, undefined);
    assert.ok(!states.has('recorded'));
  });
}

test('an alert that asks nothing any more: refused, and said again it is asked again', async () => {
  const model = new Model();
  model.faults[DONE] = [{ status: 409, code: 'not-open-for-this' }];
  const isms = connect(model);
  const { key } = await isms.outbox.complete(alert);
  assert.equal((await isms.outbox.settled(key)).state, 'rejected');
  const again = await isms.outbox.complete(alert);
  assert.equal(again.key, key);
  assert.equal((await isms.outbox.settled(key)).state, 'recorded');
});

test('an alert that says something else by now: refused, and said of those words it is recorded', async () => {
  const model = new Model();
  model.faults[DONE] = ['no network'];
  const isms = connect(model);
  const { key } = await isms.outbox.complete({ ...alert, title: 'Door' });
  const named = createHash('sha256')
    .update('{"action":{"text":"Lock it"},"text":"Two doors are open","title":"Door"}')
    .digest('hex');
  model.textHashes.set('m-1', `sha256:${named}`);
  mock.timers.tick(400_000);
  await isms.outbox.flush();
  const { state, error } = await isms.outbox.settled(key);
  assert.deepEqual(
    [state, error instanceof ProblemError && error.code],
    ['rejected', 'text-mismatch'],
  );
  assert.equal(model.completions.size, 0);
  const now = { ...alert, title: 'Door', text: 'Two doors are open' };
  assert.equal((await isms.outbox.complete(now)).key, key);
  assert.equal((await isms.outbox.settled(key)).state, 'recorded');
  assert.deepEqual(model.completions.get('m-1'), ['alice']);
});

test('what was said before the page was closed is sent by the next one', async () => {
  const model = new Model();
  model.faults['PUT /v1/messages/m-1'] = ['no network'];
  model.faults[DONE] = ['no network'];
  const first = connect(model);
  await first.outbox.complete(alert);
  await first.outbox.post('m-1', saying('One'));
  await first.outbox.flush();
  first.close();
  const second = connect(model);
  mock.timers.tick(400_000);
  await second.outbox.flush();
  const entries = await second.outbox.entries();
  assert.deepEqual(entries.map(({ kind, state }) => `${kind} ${state}`).sort(), [
    'completion recorded',
    'message recorded',
  ]);
});
