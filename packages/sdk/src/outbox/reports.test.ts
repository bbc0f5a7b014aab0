// What somebody noticed, and what they add to it, on its way through the outbox.
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

const noticed = { language: 'en', noticed: 'My laptop is gone.' };

test('a report is recorded with its receipt, and sent again until it is', async () => {
  const model = new Model();
  model.faults['PUT /v1/incidents/i-1'] = ['answer lost'];
  const isms = connect(model);
  await isms.outbox.report('i-1', noticed);
  await isms.outbox.flush();
  await isms.outbox.retry('i-1');
  const entry = await isms.outbox.settled('i-1');
  assert.deepEqual([entry.state, entry.report?.incident.state], ['recorded', 'received']);
  assert.match(entry.report?.receipt ?? '', /heed-receipt/);
  assert.deepEqual(new Set(model.reported.map(({ id }) => id)), new Set(['i-1']));
  await assert.rejects(isms.outbox.report('i-1', { ...noticed, confidential: true }), RangeError);
});

test('a report without a network waits on the device, also when the page is loaded again', async () => {
  const model = new Model();
  model.faults['PUT /v1/incidents/i-1'] = Array.from({ length: 8 }, () => 'no network' as const);
  const before = connect(model);
  await before.outbox.report('i-1', { ...noticed, confidential: true });
  await before.outbox.flush();
  before.close();
  delete model.faults['PUT /v1/incidents/i-1'];
  const after = connect(model);
  const [waiting] = await after.outbox.entries();
  assert.equal(waiting?.key, 'i-1');
  await after.outbox.flush();
  const entry = await after.outbox.settled('i-1');
  assert.equal(entry.report?.incident.privacy, 'confidential');
});

test('what is added to a report goes after it, in the order in which it was said', async () => {
  const model = new Model();
  model.faults['PUT /v1/incidents/i-1'] = Array.from({ length: 4 }, () => 'no network' as const);
  const isms = connect(model);
  await isms.outbox.report('i-1', noticed);
  await isms.outbox.answer('a-1', { incident: 'i-1', text: 'It was in the train.' });
  await isms.outbox.answer('a-2', { incident: 'i-1', text: 'The early one.' });
  delete model.faults['PUT /v1/incidents/i-1'];
  await isms.outbox.flush();
  const entry = await isms.outbox.settled('a-2');
  assert.equal(entry.answer?.answer.text, 'The early one.');
  assert.deepEqual(
    model.reported.map(({ id }) => id),
    ['i-1', 'a-1', 'a-2'],
  );
});

test('an answer that records something else is not counted, and who may not answer is told so', async () => {
  const model = new Model();
  const isms = connect(model);
  const forgeries = [
    { person: { id: 'bob' } },
    { incident: { id: 'i-9', privacy: 'named' } },
    { incident: { id: 'i-2', privacy: 'confidential' } },
  ];
  for (const [at, forged] of forgeries.entries()) {
    model.forge = (record) => ({ ...record, ...forged });
    await isms.outbox.report(`i-${at}`, noticed);
    await isms.outbox.flush();
    const entry = (await isms.outbox.entries()).find(({ key }) => key === `i-${at}`);
    assert.deepEqual([entry?.state, entry?.error?.kind], ['queued', 'contract'], `forgery ${at}`);
  }
  model.forge = (record) => ({ ...record, answer: { id: 'another' } });
  await isms.outbox.answer('a-8', { incident: 'i-8', text: 'More' });
  await isms.outbox.flush();
  const forged = (await isms.outbox.entries()).find(({ key }) => key === 'a-8');
  assert.equal(forged?.error?.kind, 'contract');
  model.faults['PUT /v1/answers/a-9'] = [{ status: 403, code: 'forbidden' }];
  await isms.outbox.answer('a-9', { incident: 'i-7', text: 'More', internal: true });
  assert.equal((await isms.outbox.settled('a-9')).state, 'rejected');
});
