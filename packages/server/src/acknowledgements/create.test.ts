import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { verify } from '@heed/evidence';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { officeContent, person, policy, version } from '../testing/content.js';
import { acknowledge, assignments, draftFor, openOffice, type Office } from '../testing/office.js';

eachEngine('acknowledging', (engine) => {
  let office: Office;
  before(async () => {
    office = await openOffice(await engine.newLocation(), ['acme', 'globex']);
    await office.publish(officeContent());
    await office.publish(officeContent(), 'globex');
  });
  after(() => office.close());

  const count = async () =>
    (await office.db.query<{ n: number }>('select count(*)::int as n from acknowledgements'))[0]?.n;

  test('the receipt in the answer verifies and names the act', async () => {
    const ann = await office.as('ann');
    const [asked] = await assignments(ann);
    assert.ok(asked);
    const reading = { displayed: 3, sections: 3, seconds: 20 };
    const answer = await acknowledge(ann, { ...draftFor(asked, 'de'), reading });
    assert.equal(answer.status, 201);
    const discovery = await ann.get<{ log: { key: string } }>('/.well-known/isms');
    const { record, pinned } = await verify(answer.body.receipt, { key: discovery.body.log.key });
    assert.equal(pinned, true);
    const me = await ann.get<{ id: string }>('/v1/me');
    const { person, statement, ...rest } = record as unknown as Record<string, object>;
    assert.deepEqual(person, { id: me.body.id, userName: 'ann', displayName: 'ANN' });
    assert.deepEqual(statement, {
      hash: asked.statement?.hash,
      language: 'de',
      text: 'Zur Kenntnis genommen (basics).',
    });
    assert.deepEqual(rest['reading'], reading);
    assert.equal(rest['recordedAt'] as unknown, answer.body.recordedAt);
    const [after] = await assignments(ann);
    assert.equal(after?.state, 'acknowledged');
    assert.equal(after.acknowledgement, answer.body.id);
    const again = await ann.get<{ receipt: string }>(`/v1/acknowledgements/${answer.body.id}`);
    assert.equal(again.body.receipt, answer.body.receipt, 'drawn again byte for byte');
    const listed = await ann.get<{ items: { receipt: string }[] }>('/v1/acknowledgements');
    assert.deepEqual(
      listed.body.items.map((each) => each.receipt),
      [answer.body.receipt],
    );
  });

  test('the same key and body replays, another body is refused, another key finds the first', async () => {
    const ben = await office.as('ben');
    const asked = (await assignments(ben)).find((each) => each.policy.id === 'conduct');
    assert.ok(asked);
    const draft = draftFor(asked);
    const key = randomUUID();
    const first = await acknowledge(ben, draft, key);
    const stored = await count();
    const replay = await acknowledge(ben, draft, key);
    assert.deepEqual([replay.status, replay.text], [first.status, first.text]);
    const reused = await acknowledge(ben, { ...draft, method: 'speech' }, key);
    assert.deepEqual([reused.status, reused.body.code], [422, 'idempotency-key-reused']);
    const second = await acknowledge(ben, { ...draft, clientTime: '2027-01-01T00:00:00.000Z' });
    assert.deepEqual([second.status, second.text], [200, first.text]);
    const translated = await acknowledge(ben, draftFor(asked, 'de'));
    assert.deepEqual([translated.status, translated.text], [200, first.text]);
    assert.equal(await count(), stored);
    const mia = await office.as('mia');
    const other = await acknowledge(mia, draft, key);
    assert.equal(other.status, 201, 'a key belongs to one person');
    assert.notEqual(other.body.id, first.body.id);
    const elsewhere = await office.as('ben', 'globex');
    assert.equal((await acknowledge(elsewhere, draft, key)).status, 201, 'and to one tenant');
  });

  test('sent at once from everywhere, it is one acknowledgement', async () => {
    const otto = await office.as('otto');
    const [asked] = await assignments(otto);
    assert.ok(asked);
    const before = await count();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        acknowledge(otto, draftFor(asked), i % 2 ? key : randomUUID()),
      ),
    );
    assert.deepEqual([...new Set(answers.map(({ text }) => text))].length, 1);
    assert.ok(answers.every(({ status }) => status === 200 || status === 201));
    assert.equal(await count(), (before ?? 0) + 1);
  });

  test('what does not fit is refused and changes nothing', async () => {
    const sue = await office.as('sue');
    const ben = await office.as('ben');
    const [asked] = await assignments(sue);
    const keys = (await assignments(ben)).find((each) => each.policy.id === 'keys');
    assert.ok(asked && keys);
    const before = await count();
    const draft = draftFor(asked);
    const other = `sha256:${'0'.repeat(64)}`;
    const refusals: [object, number, string][] = [
      [{ version: 2 }, 409, 'version-not-current'],
      [{ version: 99_999_999_999 }, 409, 'version-not-current'],
      [{ contentHash: other }, 409, 'content-mismatch'],
      [{ language: 'de' }, 409, 'content-mismatch'],
      [{ statementHash: other }, 409, 'statement-mismatch'],
      [{ statementHash: keys.statement?.hash }, 409, 'statement-mismatch'],
      [{ policy: 'nothing' }, 404, 'not-found'],
      [draftFor(keys), 404, 'not-found'],
      [{ version: 0 }, 422, 'invalid'],
      [{ clientTime: 'yesterday' }, 422, 'invalid'],
    ];
    for (const [change, status, code] of refusals) {
      const answer = await acknowledge(sue, { ...draft, ...change });
      assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(change));
    }
    const bare = await sue.send('POST', '/v1/acknowledgements', draft);
    assert.deepEqual([bare.status, bare.body['code']], [400, 'idempotency-key-missing']);
    assert.equal(await count(), before);
  });

  test('who has left or moved while the request was on its way is not recorded', async () => {
    const leaver = { people: [...officeContent().people, person('lou'), person('max')] };
    await office.publish({ ...officeContent(), ...leaver });
    const app = office.app('acme');
    const slow = async (userName: string) => {
      const session = await office.as(userName);
      const [asked] = await assignments(session);
      assert.ok(asked);
      const bytes = new TextEncoder().encode(JSON.stringify(draftFor(asked)));
      let finish = (): void => undefined;
      let reads = (): void => undefined;
      // The body is read when the caller has been identified, and not before.
      const isRead = new Promise<void>((resolve) => (reads = resolve));
      const finished = new Promise<void>((resolve) => (finish = resolve));
      const source: UnderlyingDefaultSource<Uint8Array> = {
        async pull(stream) {
          reads();
          await finished;
          stream.enqueue(bytes);
          stream.close();
        },
      };
      const body = new ReadableStream(source, { highWaterMark: 0 });
      const token = await office.issuer.sign(userName, 600);
      const answer = app.request('/v1/acknowledgements', {
        method: 'POST',
        body,
        duplex: 'half',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
        },
      } as RequestInit);
      await isRead;
      return { answer, finish };
    };
    const [lou, max] = [await slow('lou'), await slow('max')];
    const before = await count();
    const moved = [...officeContent().people, person('max', { relation: 'supplier' })];
    await office.publish({ ...officeContent(), people: moved });
    lou.finish();
    max.finish();
    const codes = [];
    for (const { answer } of [lou, max]) {
      codes.push(((await (await answer).json()) as { code: string }).code);
    }
    assert.deepEqual(codes, ['unknown-person', 'not-found']);
    assert.equal(await count(), before);
  });

  test('the first act stands when a newer version was published since', async () => {
    const content = officeContent();
    const ben = await office.as('ben', 'globex');
    const keys = (await assignments(ben)).find((each) => each.policy.id === 'keys');
    assert.ok(keys);
    const key = randomUUID();
    const first = await acknowledge(ben, draftFor(keys), key);
    assert.equal(first.status, 201);
    content.policies[1] = policy('keys', {
      classification: 'confidential',
      versions: [version('keys', 1, 'first text'), version('keys', 2, 'second text')],
    });
    await office.publish(content, 'globex');
    assert.equal((await acknowledge(ben, draftFor(keys), key)).text, first.text);
    const again = await acknowledge(ben, draftFor(keys));
    assert.deepEqual([again.status, again.text], [200, first.text]);
    const asked = (await assignments(ben, '?policy=keys'))[0];
    assert.deepEqual([asked?.version, asked?.state, asked?.acknowledgedVersion], [2, 'pending', 1]);
  });
});
