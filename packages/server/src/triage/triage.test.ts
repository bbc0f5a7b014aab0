import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Incident, Problem, Triage, TriageChange, TriageDraft, Unlock } from '@heed/contract';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { officeContent, person } from '../testing/content.js';
import { openOffice, type Office } from '../testing/office.js';

eachEngine('triage', (engine) => {
  let office: Office;
  before(async () => {
    office = await openOffice(await engine.newLocation());
    const content = officeContent();
    const hana = person('hana', { roles: ['incident-handler'] });
    await office.publish({ ...content, people: [...content.people, hana] });
  });
  after(() => office.close());

  const reported = async (confidential = false) => {
    const id = randomUUID();
    const draft = { language: 'en', noticed: 'A strange mail', confidential };
    await (await office.as('ann')).send('PUT', `/v1/incidents/${id}`, draft);
    return id;
  };
  const get = async <T>(who: string, path: string) =>
    (await office.as(who)).get<T & Problem>(`/v1/incidents/${path}`);
  const change = async (who: string, id: string, ifMatch: string | undefined, draft: TriageDraft) =>
    (await office.as(who)).send<Triage & Problem>(
      ...(['PUT', `/v1/incidents/${id}/triage`, draft] as const),
      ifMatch === undefined ? {} : { 'If-Match': ifMatch },
    );
  const closed: TriageDraft = {
    ...{ state: 'closed', kind: 'incident', outcome: 'confirmed', resolved: 'Blocked' },
    lesson: { change: 'control', text: 'A second factor' },
  };

  test('a report is handled to its end, and whoever reported sees how far it is', async () => {
    const id = await reported();
    const first = await get<Triage>('hana', `${id}/triage`);
    assert.equal(first.headers.get('ETag'), '"1"');
    const same = await (
      await office.as('hana')
    ).get(`/v1/incidents/${id}/triage`, { 'If-None-Match': '"1"' });
    assert.equal(same.status, 304);
    const draft: TriageDraft = { state: 'handling', class: 'fraud:phishing', severity: 'high' };
    const second = await change('hana', id, '"1"', draft);
    assert.deepEqual([second.status, second.body.revision], [200, '2'], second.text);
    assert.equal((await change('hana', id, '"2"', closed)).status, 200);
    const told = (await get<Incident>('ann', id)).body;
    assert.deepEqual(
      told.history.map(({ state }) => state),
      ['received', 'handling', 'closed'],
    );
    assert.equal(told.resolved, 'Blocked');
    const { items } = (await get<{ items: TriageChange[] }>('hana', `${id}/changes?limit=2`)).body;
    assert.deepEqual(
      items.map(({ triage }) => triage.revision),
      ['1', '2'],
    );
    const { body } = await get<{ next?: string }>('hana', `${id}/changes?limit=1`);
    const rest = await get<{ items: TriageChange[] }>('hana', `${id}/changes?cursor=${body.next}`);
    assert.deepEqual(
      rest.body.items.map(({ triage, author }) => [triage.revision, author?.displayName]),
      [
        ['2', 'HANA'],
        ['3', 'HANA'],
      ],
    );
  });

  test('no change is lost, and none is made without a word about what it changes', async () => {
    const id = await reported();
    for (const [ifMatch, status, code] of [
      [undefined, 428, 'precondition-required'],
      ['"2"', 412, 'precondition-failed'],
      ['*', 412, 'precondition-failed'],
      ['1', 412, 'precondition-failed'],
    ] as const) {
      const refused = await change('hana', id, ifMatch, { state: 'assessing' });
      assert.deepEqual([refused.status, refused.body.code], [status, code], String(ifMatch));
    }
    const both = await Promise.all(
      ['assessing', 'handling'].map((state) => change('hana', id, '"1"', { state } as TriageDraft)),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 412]);
    const { lesson: _, ...without } = closed;
    const refused = await change('hana', id, '"2"', without);
    assert.deepEqual(
      refused.body.errors?.map(({ pointer }) => pointer),
      ['/lesson'],
    );
  });

  test('in confidence, a handler sees who reported once they said why, and the reporter sees that', async () => {
    const id = await reported(true);
    const hana = await office.as('hana');
    const unlock = { incident: id, reason: 'To end the sign-ins' };
    const before = await get<Incident>('hana', id);
    assert.equal(before.body.reporter, undefined);
    const made = await hana.send<Unlock>('PUT', `/v1/unlocks/${randomUUID()}`, unlock);
    assert.equal(made.status, 200, made.text);
    assert.equal((await get<Incident>('hana', id)).body.reporter?.displayName, 'ANN');
    const { items } = (await get<{ items: Unlock[] }>('ann', `${id}/unlocks`)).body;
    assert.deepEqual(
      items.map(({ author, reason }) => [author?.displayName, reason]),
      [['HANA', unlock.reason]],
    );
    const refused = await hana.send<Problem>('PUT', `/v1/unlocks/${randomUUID()}`, {
      ...{ incident: await reported(), reason: 'Just so' },
    });
    assert.deepEqual([refused.status, refused.body.code], [409, 'report-not-open']);
  });
});
