// What this device keeps of another minor: acts with their receipts, refusals, copies.
import { IDBFactory } from 'fake-indexeddb';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  Acknowledgement as AcknowledgementShape,
  Person,
  Policy,
  problems,
  type Acknowledgement,
  type AcknowledgementDraft,
  type ReadingDraft,
} from '@heed/contract';
import { createClient, verifyReceipt, type Client } from '../index.js';
import { goldenJson } from '../testing/golden.js';
import { laterReceipt } from '../testing/later-receipt.js';
import { LATER, newer } from '../testing/other-minor.js';

const draft = goldenJson<AcknowledgementDraft>('acknowledgements.create.request.json');
const known = goldenJson<Acknowledgement>('acknowledgements.create.201.json');
const me = newer(Person, { ...goldenJson<Person>('me.read.200.json'), id: known.person });
// As an identity provider gives them: copies need to know whose they are.
const token = `.${btoa(JSON.stringify({ iss: 'https://login.test', sub: known.person }))}.`;

/** An outbox goes on for ever; a test does not. */
const soon = { timeout: 20_000 };

const open: Client[] = [];

/** A page of one device. */
function page(answer: (request: Request) => Response | Promise<Response>): Client {
  const isms = createClient({
    baseUrl: 'https://isms.example.com',
    getToken: () => token,
    fetch: async (input) => {
      const request = input as Request;
      return request.url.endsWith('/v1/me') ? Response.json(me) : answer(request);
    },
  });
  open.push(isms);
  return isms;
}

const refuse = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(
    JSON.stringify({ type: `urn:x:${code}`, title: 'Not yet', detail: 'Why', status, code }),
    {
      status,
      headers: { 'content-type': 'application/problem+json', ...headers },
    },
  );

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  for (const isms of open.splice(0)) isms.close();
});

describe('what is kept on this device of a later minor', () => {
  it(
    'an act is recorded with the very bytes of its receipt, which verifies, and with all else that came',
    soon,
    async () => {
      const { record } = JSON.parse(known.receipt) as { record: string };
      const later = await laterReceipt(JSON.parse(record) as object);
      const answer = newer(AcknowledgementShape, { ...known, receipt: later.receipt });
      // Spelt otherwise than JSON.stringify would.
      const body = JSON.stringify(answer, null, 1).replaceAll('/', '\\/');
      const headers = { 'content-type': 'application/json' };
      const first = page(() => new Response(body, { status: 201, headers }));
      const { key } = await first.outbox.acknowledge(draft);
      const settled = await first.outbox.settled(key);
      assert.equal(settled.state, 'recorded');
      assert.equal(settled.acknowledgement?.receipt, later.receipt);
      first.close();

      const [entry] = await page(() => refuse(500, 'internal')).outbox.entries();
      assert.deepEqual(entry?.acknowledgement, answer);
      const kept = entry?.acknowledgement;
      assert.deepEqual({ ...kept }, answer);
      const said = await verifyReceipt(kept?.receipt ?? '', { key: later.key });
      assert.deepEqual(said.record, later.record);
      assert.equal(said.pinned, true);
    },
  );

  it(
    'a refusal with a code that is not known stays with all that was said, and can be sent again',
    soon,
    async () => {
      const first = page(() => refuse(409, LATER));
      const { key } = await first.outbox.acknowledge(draft);
      assert.equal((await first.outbox.settled(key)).state, 'rejected');
      first.close();

      const second = page(() => Response.json(known, { status: 201 }));
      const [entry] = await second.outbox.entries();
      assert.equal(entry?.error?.kind, 'problem');
      assert.equal(entry.error.code, LATER);
      assert.equal(entry.error.message, 'Not yet. Why');
      await second.outbox.retry(key);
      assert.equal((await second.outbox.settled(key)).state, 'recorded');
    },
  );

  it(
    'a refusal that says when to come back is none for good, whatever its code',
    soon,
    async () => {
      let refused = 0;
      const isms = page(() =>
        refused++
          ? Response.json(known, { status: 201 })
          : refuse(409, LATER, { 'retry-after': '1' }),
      );
      const { key } = await isms.outbox.acknowledge(draft);
      await isms.outbox.flush();
      const [entry] = await isms.outbox.entries();
      assert.equal(entry?.state, 'queued');
      assert.equal(entry.error?.retryAfter, 1000);
      assert.equal((await isms.outbox.settled(key)).state, 'recorded');
    },
  );

  it('a copy is what the backend said, also what was not known', soon, async () => {
    const policy = newer(Policy, goldenJson('policies.read.200.json'));
    const first = page(() => Response.json(policy, { headers: { etag: '"1"' } }));
    await first.policies.read({ policy: 'a' });
    await (await first.device.copies())!.documents();
    const second = page(() => Promise.reject(new TypeError('fetch failed')));
    assert.deepEqual(await second.policies.read({ policy: 'a' }), policy);
    assert.ok(second.device.asOf);
  });
});

describe('what is kept on this device for an earlier minor', () => {
  it('nothing of a reading that the backend does not take', soon, async () => {
    for (const code of ['not-found', 'method-not-allowed'] as const) {
      const isms = page(() => refuse(problems[code].status, code));
      await isms.outbox.reading(
        'sitting',
        goldenJson<ReadingDraft>('readings.record.request.json'),
      );
      await isms.outbox.flush();
      assert.deepEqual(await isms.outbox.entries(), []);
    }
  });

  it('an act that it does not take, refused and not lost', soon, async () => {
    const isms = page(() => refuse(404, 'not-found'));
    const { key } = await isms.outbox.acknowledge(draft);
    const { state, error } = await isms.outbox.settled(key);
    assert.deepEqual([state, error?.status], ['rejected', 404]);
    assert.equal((await isms.outbox.entries()).length, 1);
  });
});
