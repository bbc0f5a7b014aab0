import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Acknowledgement, AcknowledgementDraft } from '@heed/contract';
import { createClient, verifyReceipt } from './index.js';
import { person } from './testing/fixtures.js';
import { callOf, examples, goldenJson, typeOf, understood } from './testing/golden.js';

const isms = (fetch: typeof globalThis.fetch) =>
  createClient({ baseUrl: 'https://isms.example.com', fetch, storage: 'memory' });

for (const example of examples) {
  const { noun, verb, status, text } = example;
  test(`understands the golden answer of ${noun}.${verb}`, async () => {
    const headers = { 'content-type': typeOf(example) };
    const client = isms(() => Promise.resolve(new Response(text, { status, headers })));
    const value = await callOf(client, example, text);
    assert.deepEqual(value, understood(example, text));
  });
}

test('the golden act becomes "recorded" by its real receipt, which verifies', async () => {
  const answer = goldenJson<Acknowledgement>('acknowledgements.create.201.json');
  const client = isms((request) =>
    Promise.resolve(
      (request as Request).method === 'POST'
        ? Response.json(answer, { status: 201 })
        : Response.json(person(answer.person)),
    ),
  );
  const draft = goldenJson<AcknowledgementDraft>('acknowledgements.create.request.json');
  const { key } = await client.outbox.acknowledge(draft);
  await client.outbox.flush();
  const [entry] = await client.outbox.entries();
  client.close();
  assert.equal(entry?.error, undefined);
  assert.equal(entry?.state, 'recorded', key);
  const { record, pinned } = await verifyReceipt(answer.receipt);
  assert.equal(record['version'], draft.version);
  assert.equal(pinned, false);
  await assert.rejects(verifyReceipt(answer.receipt.replace('"version\\":', '"versiom\\":')));
});
