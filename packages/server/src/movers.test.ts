import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Assignment } from '@heed/contract';
import { eachEngine } from '../../../test/setup/engines.mjs';
import { officeContent, pack, person, policy, version } from './testing/content.js';
import {
  acknowledge,
  assignments,
  draftFor,
  openOffice,
  type Json,
  type Office,
  type Session,
} from './testing/office.js';

const asked = (list: Assignment[]) => list.map(({ policy: { id }, state }) => `${id} ${state}`);

eachEngine('people, content and time move', (engine) => {
  let office: Office;
  before(async () => {
    office = await openOffice(await engine.newLocation());
    await office.publish(officeContent());
  });
  after(() => office.close());

  const logSize = async () =>
    (await office.db.query<{ size: number }>('select size from log_heads'))[0]?.size ?? 0;

  test('the same content again changes nothing and logs nothing', async () => {
    const size = await logSize();
    assert.deepEqual(await office.publish(officeContent()), { events: 0, notes: [] });
    const reordered = officeContent();
    reordered.people.reverse();
    assert.equal((await office.publish(reordered)).events, 0);
    assert.equal(await logSize(), size);
  });

  test('only what changed enters the log', async () => {
    const content = officeContent();
    content.people.push(person('new', { department: 'Sales' }));
    content.policies[3] = policy('board', { classification: 'restricted', title: 'The board' });
    const { events } = await office.publish(content);
    assert.equal(events, 2);
    const kinds = await office.db.query<{ type: string }>(
      'select type from audit_events order by index desc limit 2',
    );
    assert.deepEqual(kinds.map(({ type }) => type).sort(), [
      'isms.people.imported',
      'isms.policy.described',
    ]);
    const joiner = await office.as('new');
    assert.deepEqual(asked(await assignments(joiner)), ['conduct pending']);
    await office.publish(officeContent());
    assert.equal((await joiner.get('/v1/me')).status, 403, 'no longer in the directory');
  });

  test('a mover enters and leaves audiences at once, and keeps what was acknowledged', async () => {
    const content = officeContent();
    const ann = await office.as('ann');
    const sales = await assignments(ann);
    assert.deepEqual(asked(sales), ['conduct pending']);
    content.people[0] = person('ann', { department: 'Engineering', preferredLanguage: 'en' });
    await office.publish(content);
    const moved = await assignments(ann);
    assert.deepEqual(asked(moved), ['conduct pending', 'keys pending']);
    assert.equal(moved[0]?.id, sales[0]?.id, 'the same asking keeps its id');
    assert.ok((moved[1]?.since ?? '') > (sales[0]?.since ?? ''), 'counted from the move');
    const keys = moved[1] as Assignment;
    assert.equal((await acknowledge(ann, draftFor(keys))).status, 201);
    await office.publish(officeContent());
    assert.deepEqual(asked(await assignments(ann)), ['conduct pending']);
    const kept = await ann.get<{ items: Json[] }>('/v1/acknowledgements?policy=keys');
    assert.equal(kept.body.items.length, 1);
    assert.equal((await ann.get('/v1/policies/keys')).status, 404);
  });

  test('whoever got another userName is known by the externalId, and keeps what was acknowledged', async () => {
    const content = officeContent();
    content.people.push(person('mary.maiden', { externalId: 'E-7' }), person('zoe'));
    await office.publish(content);
    const before = await office.as('mary.maiden');
    const [asking] = await assignments(before);
    assert.equal((await acknowledge(before, draftFor(asking as Assignment))).status, 201);
    content.people.splice(-2, 2, person('mary.married', { externalId: 'E-7' }), person('zoe'));
    await office.publish(content);
    const after = await office.as('mary.married');
    const { items } = (await after.get<{ items: Json[] }>('/v1/acknowledgements')).body;
    assert.equal(items.length, 1);
    assert.equal((await before.get('/v1/me')).status, 403);
    await office.publish(officeContent());
  });

  test('two people may swap their externalIds; a name of its own wins over one', async () => {
    const content = officeContent();
    content.people.push(person('p', { externalId: 'P' }), person('q', { externalId: 'Q' }));
    await office.publish(content);
    const ids = async () =>
      office.db.query(
        "select user_name, external_id, id from people where user_name in ('p', 'q') order by 1",
      );
    const [p, q] = await ids();
    content.people.splice(
      -2,
      2,
      person('p', { externalId: 'Q' }),
      person('q', { externalId: 'P' }),
    );
    await office.publish(content);
    assert.deepEqual(await ids(), [
      { ...p, external_id: 'Q' },
      { ...q, external_id: 'P' },
    ]);
    await office.publish(officeContent());
  });

  test('a userName is found without case, whatever the letter', async () => {
    const content = officeContent();
    content.people.push(person('İPEK'), person('ÖZGE'));
    await office.publish(content);
    for (const name of ['İPEK', 'özge']) {
      assert.equal((await (await office.as(name)).get('/v1/me')).status, 200, name);
    }
    await office.publish(officeContent());
  });

  test('a pack that is gone asks nothing any more', async () => {
    const content = officeContent();
    content.packs = [pack('basics', ['conduct', 'visitors'], 'inside')];
    await office.publish(content);
    const ben = await office.as('ben');
    assert.deepEqual(asked(await assignments(ben)), ['conduct pending', 'visitors pending']);
    await office.publish(officeContent());
    assert.deepEqual(asked(await assignments(ben)), ['conduct pending', 'keys pending']);
  });

  test('time makes it overdue, for everyone on the same clock', async () => {
    const [now] = await assignments(await office.as('otto'));
    const due = now?.dueAt ?? '';
    const at = async (moment: number) => {
      const app = office.app('acme', { clock: () => new Date(moment) });
      return (await assignments(await office.as('otto', 'acme', app)))[0]?.state;
    };
    assert.equal(await at(Date.parse(due)), 'pending');
    assert.equal(await at(Date.parse(due) + 1), 'overdue');
  });

  test('the same text under a published number becomes the next version, with a note', async () => {
    const content = officeContent();
    content.policies[0] = policy('conduct', { versions: [version('conduct', 1, 'be kinder')] });
    const { notes } = await office.publish(content);
    assert.match(notes.join(), /conduct.*version 2/);
    const ben = await office.as('ben');
    const [list, first] = [
      await assignments(ben),
      await ben.get('/v1/policies/conduct/versions/1'),
    ];
    assert.equal(
      list.find((each) => each.policy.id === 'conduct' && each.state === 'pending')?.version,
      2,
    );
    assert.equal(first.body['status'], 'superseded');
    assert.deepEqual((await office.publish(content)).events, 0);
  });

  test('readings merge over sittings and never go back', async () => {
    const mia: Session = await office.as('mia');
    const conduct = (await assignments(mia)).find((each) => each.state === 'pending');
    assert.ok(conduct);
    const { contentHash } = draftFor(conduct);
    const [desk, phone] = [randomUUID(), randomUUID()];
    const place = (section: string, offset: number) => ({ section, quote: 'q', offset });
    const send = (session: string, sequence: number, sections: string[], furthest: object) =>
      mia.send<{ seconds: number; furthest: Json; methods: string[] }>(
        'PUT',
        `/v1/readings/${session}`,
        {
          policy: 'conduct',
          version: conduct.version,
          language: 'en',
          contentHash,
          sequence,
          startedAt: '2026-11-24T09:00:00.000Z',
          method: session === desk ? 'visual' : 'speech',
          sections: sections.map((id) => ({ id, seconds: 5 })),
          last: place(sections[0] ?? 'aim', 0),
          furthest,
        },
      );
    assert.equal((await send(desk, 2, ['aim', 'rules'], place('rules', 7))).body.seconds, 10);
    assert.equal((await send(desk, 1, ['aim'], place('help', 1))).body.seconds, 10, 'late send');
    const back = await send(desk, 3, ['aim', 'rules'], place('aim', 0));
    assert.deepEqual(back.body.furthest, place('rules', 7));
    const both = await send(phone, 1, ['aim'], place('aim', 3));
    assert.deepEqual([both.body.seconds, both.body.methods.length], [15, 2]);
    assert.deepEqual(both.body.furthest, place('rules', 7));
    const started = (await assignments(mia, '?policy=conduct&state=open'))[0];
    assert.equal(started?.state, 'started');
    const wrong = await mia.send('PUT', `/v1/readings/${desk}`, {
      policy: 'conduct',
      version: conduct.version,
      language: 'de',
      contentHash,
      sequence: 9,
      startedAt: '2026-11-24T09:00:00.000Z',
      method: 'visual',
      sections: [],
    });
    assert.deepEqual([wrong.status, wrong.body['code']], [409, 'content-mismatch']);
  });

  test('lists come in pages that lose and repeat nothing', async () => {
    const mia = await office.as('mia');
    for (const path of [
      '/v1/people',
      '/v1/policies',
      '/v1/packs',
      '/v1/log/entries',
      '/v1/assignments',
    ]) {
      const seen: string[] = [];
      let next: string | undefined;
      do {
        const query: string = `?limit=2${next ? `&cursor=${next}` : ''}`;
        const page = await mia.get<{ items: Json[]; next?: string }>(`${path}${query}`);
        assert.equal(page.status, 200, page.text);
        seen.push(...page.body.items.map((each) => String(each['id'] ?? each['index'])));
        next = page.body.next;
      } while (next);
      const whole = await mia.get<{ items: Json[] }>(`${path}?limit=200`);
      assert.deepEqual(
        seen,
        whole.body.items.map((each) => String(each['id'] ?? each['index'])),
        path,
      );
    }
    const moments = ['1', '0000-01-01T00:00:00.000Z', '+275760-09-13T00:00:00.000Z'];
    for (const moment of moments) {
      const cursor = Buffer.from(JSON.stringify([moment, 'a'])).toString('base64url');
      const answer = await mia.get(`/v1/acknowledgements?cursor=${cursor}`);
      assert.deepEqual([answer.status, answer.body['code']], [422, 'invalid'], moment);
    }
    for (const cursor of ['x', 'W10', 'WzEsMiwzLDQsNSw2XQ', 'bnVsbA']) {
      const answer = await mia.get(`/v1/people?cursor=${cursor}`);
      assert.deepEqual([answer.status, answer.body['code']], [422, 'invalid'], cursor);
    }
  });
});
