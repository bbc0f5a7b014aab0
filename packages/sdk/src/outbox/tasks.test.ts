// What somebody asks of others, and how it ended, on its way through the outbox.
import { IDBFactory } from 'fake-indexeddb';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { createClient, type Client } from '../index.js';
import { Model } from '../testing/model.js';

const open: Client[] = [];

function connect(model: Model): Client {
  const isms = createClient({
    ...{ baseUrl: 'https://isms.example.com', fetch: model.fetch(), getToken: () => 'alice.1' },
  });
  open.push(isms);
  return isms;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  for (const isms of open.splice(0)) isms.close();
});

const done = { task: 't-1', kind: 'done' } as const;
const asking = { language: 'en', title: 'Return the key', people: ['bob'] };

test('an outcome is recorded with the receipt, and nothing else of the task stays on the device', async () => {
  const model = new Model();
  model.faults['PUT /v1/steps/s-1'] = ['answer lost'];
  const isms = connect(model);
  await isms.outbox.step('s-1', done);
  await isms.outbox.flush();
  await isms.outbox.retry('s-1');
  const entry = await isms.outbox.settled('s-1');
  assert.deepEqual([entry.state, entry.step?.step.kind], ['recorded', 'done']);
  assert.match(entry.step?.receipt ?? '', /heed-receipt/);
  assert.deepEqual(Object.keys(entry.step ?? {}), ['step', 'receipt']);
  assert.deepEqual(new Set(model.asked.map(({ id }) => id)), new Set(['s-1']));
  await assert.rejects(isms.outbox.step('s-1', { ...done, text: 'Another' }), RangeError);
});

test('what is said of a task goes after it was asked, and in the order in which it was said', async () => {
  const model = new Model();
  model.faults['PUT /v1/tasks/t-1'] = ['no network', 'no network', 'no network', 'no network'];
  const isms = connect(model);
  await isms.outbox.ask('t-1', asking);
  await isms.outbox.step('s-1', { task: 't-1', kind: 'comment', text: 'By Friday.' });
  await isms.outbox.step('s-2', { task: 't-1', kind: 'closed' });
  delete model.faults['PUT /v1/tasks/t-1'];
  await isms.outbox.flush();
  await isms.outbox.settled('s-2');
  assert.deepEqual(
    model.asked.map(({ id }) => id),
    ['t-1', 's-1', 's-2'],
  );
});

test('a step waits while what was said before it of the same task waits', async () => {
  const model = new Model();
  const busy = { status: 503, code: 'unavailable', retryAfter: 60 };
  model.faults['PUT /v1/steps/s-1'] = [busy];
  const isms = connect(model);
  await isms.outbox.step('s-1', { task: 't-1', kind: 'comment', text: 'First' });
  await isms.outbox.step('s-2', done);
  await isms.outbox.step('s-3', { task: 't-2', kind: 'done' });
  await isms.outbox.settled('s-3');
  assert.deepEqual(
    model.asked.map(({ id }) => id),
    ['s-3'],
  );
});

test('an answer that records something else is not counted, and who may not ask is told so', async () => {
  const model = new Model();
  const isms = connect(model);
  const forgeries = [
    { person: { id: 'bob' } },
    { task: { id: 't-2' } },
    { step: { id: 's-9', kind: 'done' } },
  ];
  for (const [at, forged] of forgeries.entries()) {
    model.forge = (record) => ({ ...record, ...forged });
    await isms.outbox.step(`s-${at}`, { ...done, task: `t-${at}` });
    await isms.outbox.flush();
    const entry = (await isms.outbox.entries()).find(({ key }) => key === `s-${at}`);
    assert.deepEqual([entry?.state, entry?.error?.kind], ['queued', 'contract'], `forgery ${at}`);
  }
  model.forge = (task) => ({ ...task, id: 'another' });
  await isms.outbox.ask('t-8', asking);
  await isms.outbox.flush();
  const forged = (await isms.outbox.entries()).find(({ key }) => key === 't-8');
  assert.equal(forged?.error?.kind, 'contract');
  model.faults['PUT /v1/tasks/t-9'] = [{ status: 403, code: 'forbidden' }];
  await isms.outbox.ask('t-9', asking);
  assert.equal((await isms.outbox.settled('t-9')).state, 'rejected');
});
