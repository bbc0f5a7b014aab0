import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Acknowledgement, AcknowledgementDraft } from '@heed/contract';
import { createClient, verifyReceipt } from './index.js';
import { person } from './testing/fixtures.js';

const folder = new URL('../../contract/golden/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const json = <T>(name: string) => JSON.parse(read(name)) as T;

const isms = (fetch: typeof globalThis.fetch) =>
  createClient({ baseUrl: 'https://isms.example.com', fetch, storage: 'memory' });

for (const file of readdirSync(folder)) {
  const [noun = '', verb = '', status, type] = file.split('.');
  if (!type || status === 'request') continue;
  test(`understands the golden ${file}`, async () => {
    const client = isms(() =>
      Promise.resolve(
        new Response(read(file), {
          status: Number(status),
          headers: { 'content-type': type === 'txt' ? 'text/plain' : 'application/json' },
        }),
      ),
    );
    type Call = (input: object) => Promise<unknown>;
    const nouns = client as unknown as Record<string, Record<string, Call & { page?: Call }>>;
    const method = nouns[noun]?.[verb];
    assert.ok(method);
    const contentHash = `sha256:${createHash('sha256').update(read(file)).digest('hex')}`;
    const input = {
      ...Object.fromEntries(
        [
          'person',
          'policy',
          'version',
          'pack',
          'acknowledgement',
          'session',
          'assignment',
          'attempt',
        ].map((n) => [n, '1']),
      ),
      ...(['documents', 'images'].includes(noun) && { contentHash }),
    };
    const value = await (method.page ?? method)(input);
    assert.deepEqual(value, type === 'txt' ? read(file) : json(file));
  });
}

test('the golden act becomes "recorded" by its real receipt, which verifies', async () => {
  const answer = json<Acknowledgement>('acknowledgements.create.201.json');
  const client = isms((request) =>
    Promise.resolve(
      (request as Request).method === 'POST'
        ? Response.json(answer, { status: 201 })
        : Response.json(person(answer.person)),
    ),
  );
  const draft = json<AcknowledgementDraft>('acknowledgements.create.request.json');
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
