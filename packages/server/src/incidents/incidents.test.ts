import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type {
  Answer,
  AnswerRecorded,
  Incident,
  IncidentDraft,
  IncidentRecorded,
  Problem,
} from '@heed/contract';
import { verify } from '@heed/evidence';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { officeContent, person } from '../testing/content.js';
import { openOffice, type Office } from '../testing/office.js';

eachEngine('reports', (engine) => {
  let office: Office;
  before(async () => {
    office = await openOffice(await engine.newLocation());
    const content = officeContent();
    await office.publish({
      ...content,
      people: [...content.people, person('hana', { roles: ['incident-handler'] })],
    });
  });
  after(() => office.close());

  const get = async <T>(who: string, path: string) => (await office.as(who)).get<T & Problem>(path);
  const report = async (
    who: string,
    more: Partial<IncidentDraft> = {},
    id: string = randomUUID(),
  ) =>
    (await office.as(who)).send<IncidentRecorded & Problem>('PUT', `/v1/incidents/${id}`, {
      ...{ language: 'en', noticed: 'A strange mail', ...more },
    });
  const answer = async (who: string, body: object, id: string = randomUUID()) =>
    (await office.as(who)).send<AnswerRecorded & Problem>('PUT', `/v1/answers/${id}`, body);
  const read = async (who: string, id: string) => get<Incident>(who, `/v1/incidents/${id}`);
  const answers = async (who: string, id: string) =>
    (await get<{ items: Answer[] }>(who, `/v1/incidents/${id}/answers`)).body.items;
  const listed = async (who: string, query = '') =>
    (await get<{ items: Incident[] }>(who, `/v1/incidents?limit=200${query}`)).body.items;
  const code = ({ status, body }: { status: number; body: Problem }) => [status, body.code];

  test('whoever notices something says so, and has a receipt of it that proves who said what', async () => {
    const id = randomUUID();
    const draft: IncidentDraft = {
      ...{ language: 'de', seems: 'phishing', noticed: 'Ünïcödé 漢字 🦉\nzweite Zeile' },
      ...{ noticedAt: '2026-11-24T08:00:00.000Z', safe: 'unsure', did: 'Nichts' },
    };
    const made = await report('ann', draft, id);
    assert.equal(made.status, 200, made.text);
    const { incident, receipt } = made.body;
    assert.deepEqual([incident.noticed, incident.did], [draft.noticed, draft.did]);
    assert.deepEqual(incident.history, [{ state: 'received', at: incident.reportedAt }]);
    assert.deepEqual([incident.mine, incident.mayHandle, incident.answers], [true, false, 0]);
    const { record, entry } = await verify(receipt);
    assert.equal(entry.type, 'isms.incident.reported');
    assert.deepEqual(record['incident'], { id, privacy: 'named' });
    assert.equal(record['reportHash'], hashOf(canonicalText(draft)));
    const again = await report('ann', draft, id);
    assert.deepEqual(again.body, made.body);
    assert.deepEqual(code(await report('ann', { noticed: 'Another' }, id)), [
      422,
      'message-reused',
    ]);
    assert.deepEqual(code(await report('ben', draft, id)), [404, 'not-found']);
  });

  test('a report is open to who made it, to handlers and to the auditor, and to nobody else', async () => {
    const { incident } = (await report('ann')).body;
    for (const who of ['ben', 'mia', 'sue']) {
      const there = await read(who, incident.id);
      const absent = await read(who, randomUUID());
      assert.deepEqual(code(there), [404, 'not-found']);
      assert.deepEqual({ ...there.body, requestId: '' }, { ...absent.body, requestId: '' });
      assert.equal((await get(who, `/v1/incidents/${incident.id}/answers`)).status, 404);
      assert.deepEqual(await listed(who, '&of=all'), []);
    }
    const handled = (await read('hana', incident.id)).body;
    assert.deepEqual([handled.reporter?.displayName, handled.mayHandle], ['ANN', true]);
    const audited = (await read('otto', incident.id)).body;
    assert.deepEqual(
      [audited.reporter, audited.mayHandle, audited.mine],
      [undefined, false, false],
    );
    assert.ok(!JSON.stringify(audited).includes('ANN'));
    assert.ok((await listed('otto', '&of=all&state=open')).some(({ id }) => id === incident.id));
    assert.deepEqual(await listed('otto', '&of=all&state=closed'), []);
  });

  test('in confidence, nobody who handles it is told who reported, in the report or its answers', async () => {
    const { incident } = (await report('ann', { confidential: true })).body;
    assert.equal(incident.reporter?.displayName, 'ANN');
    await answer('ann', { incident: incident.id, text: 'One more thing' });
    for (const who of ['hana', 'otto']) {
      const texts = [await read(who, incident.id), await answers(who, incident.id)];
      const list = await listed(who, '&of=all');
      assert.ok(
        !JSON.stringify([
          texts[0],
          texts[1],
          list.filter(({ privacy }) => privacy === 'confidential'),
        ]).includes('ANN'),
      );
    }
    assert.equal((await answers('ann', incident.id))[0]?.author?.displayName, 'ANN');
  });

  test('both sides answer, notes stay among those who handle it, and each is recorded once', async () => {
    const { incident } = (await report('ann')).body;
    const id = randomUUID();
    const said = { incident: incident.id, text: 'Did you open it?' };
    const made = await answer('hana', said, id);
    assert.deepEqual(
      [made.body.answer.by, made.body.answer.author?.displayName],
      ['handler', 'HANA'],
    );
    assert.deepEqual((await answer('hana', said, id)).body, made.body);
    const other = await answer('hana', { ...said, text: 'Else' }, id);
    assert.deepEqual(code(other), [422, 'message-reused']);
    assert.deepEqual(code(await answer('ann', said, id)), [404, 'not-found']);
    const { record } = await verify(made.body.receipt);
    assert.deepEqual([record['answer'], record['textHash']], [{ id }, hashOf(said.text)]);
    await answer('hana', { incident: incident.id, text: 'Same as last week', internal: true });
    await answer('ann', { incident: incident.id, text: 'No' });
    const told = (await answers('ann', incident.id)).map(({ by, text }) => `${by}: ${text}`);
    assert.deepEqual(told, ['handler: Did you open it?', 'reporter: No']);
    assert.equal((await read('ann', incident.id)).body.answers, 2);
    const all = await answers('hana', incident.id);
    assert.deepEqual(
      all.map(({ internal }) => internal),
      [undefined, true, undefined],
    );
    const audited = await answers('otto', incident.id);
    assert.deepEqual([audited.length, audited.some(({ author }) => author)], [3, false]);
    assert.deepEqual(
      code(await answer('ann', { incident: incident.id, text: 'Mine', internal: true })),
      [403, 'forbidden'],
    );
    assert.deepEqual(code(await answer('otto', said)), [403, 'forbidden']);
    assert.deepEqual(code(await answer('ben', said)), [404, 'not-found']);
  });

  test('a file in a report is for who made it and those who handle it; of a note for these alone', async () => {
    const upload = async (who: string, text: string) => {
      const id = randomUUID();
      const session = await office.as(who);
      const declared = { name: 'seen.txt', size: Buffer.byteLength(text) };
      await session.send('PUT', `/v1/attachments/${id}`, declared);
      const token = await office.issuer.sign(who, 600);
      const sent = await office.app('acme').request(`/v1/attachments/${id}/parts/0`, {
        method: 'PUT',
        body: text,
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/octet-stream',
        },
      });
      assert.equal(sent.status, 200, await sent.text());
      return id;
    };
    const opens = async (who: string, id: string) =>
      (await (await office.as(who)).get(`/v1/attachments/${id}/content`)).status;
    const file = await upload('ann', 'What I saw');
    const { incident } = (await report('ann', { attachments: [file] })).body;
    assert.equal(incident.attachments?.[0]?.id, file);
    const note = await upload('hana', 'What we know');
    const noted = await answer('hana', {
      ...{ incident: incident.id, text: 'See', internal: true, attachments: [note] },
    });
    assert.equal(noted.status, 200, noted.text);
    const [seen, kept] = [[], []] as number[][];
    for (const who of ['ann', 'hana', 'otto', 'mia', 'ben']) {
      seen?.push(await opens(who, file));
      kept?.push(await opens(who, note));
    }
    assert.deepEqual(seen, [200, 200, 404, 404, 404]);
    assert.deepEqual(kept, [404, 200, 404, 404, 404]);
    assert.equal((await read('otto', incident.id)).body.attachments, undefined);
    assert.equal((await report('ben', { attachments: [file] })).status, 404);
    assert.deepEqual(code(await report('ann', { attachments: [file] })), [
      409,
      'not-open-for-this',
    ]);
    assert.equal((await report('ann', { attachments: ['a', 'a'] })).status, 422);
  });
});
