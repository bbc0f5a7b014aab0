import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type {
  Clock,
  Clocks,
  IncidentRecorded,
  Notification,
  NotificationRecorded,
  Problem,
  Triage,
  TriageDraft,
} from '@heed/contract';
import { verify } from '@heed/evidence';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import type { App } from '../app.js';
import { officeContent, person } from '../testing/content.js';
import { openOffice, type Office } from '../testing/office.js';

eachEngine('clocks of reports', (engine) => {
  let office: Office;
  let app: App;
  let now = new Date();
  const content = () => {
    const { people, ...rest } = officeContent();
    return { ...rest, people: [...people, person('hana', { roles: ['incident-handler'] })] };
  };
  before(async () => {
    office = await openOffice(await engine.newLocation());
    const authority = 'BSI';
    await office.publish({ ...content(), laws: [{ id: 'gdpr' }, { id: 'nis2', authority }] });
    app = office.app('acme', { timeZone: 'Europe/Berlin', clock: () => now });
  });
  after(() => office.close());

  const as = (who: string) => office.as(who, 'acme', app);
  const report = async () => {
    const body = { language: 'en', noticed: 'Mails of customers went to somebody else' };
    const made = await (
      await as('ann')
    ).send<IncidentRecorded>('PUT', `/v1/incidents/${randomUUID()}`, body);
    return made.body.incident.id;
  };
  const clocksOf = async (who: string, incident: string) =>
    (await as(who)).get<Clocks & Problem>(`/v1/incidents/${incident}/clocks`);
  const clockOf = async (incident: string, id: string): Promise<Clock | undefined> =>
    (await clocksOf('hana', incident)).body.clocks.find((one) => one.id === id);
  const triage = async (incident: string, draft: Partial<TriageDraft>) => {
    const path = `/v1/incidents/${incident}/triage`;
    const hana = await as('hana');
    const { revision } = (await hana.get<Triage>(path)).body;
    const headers = { 'If-Match': `"${revision}"` };
    const made = await hana.send<Triage>('PUT', path, { state: 'handling', ...draft }, headers);
    assert.equal(made.status, 200, made.text);
    return made.body;
  };
  const notify = async (who: string, body: object, id: string = randomUUID()) =>
    (await as(who)).send<NotificationRecorded & Problem>('PUT', `/v1/notifications/${id}`, body);

  test('run by themselves from the report on, until somebody says what it is to the laws', async () => {
    const incident = await report();
    const { status, body } = await clocksOf('hana', incident);
    assert.equal(status, 200);
    assert.deepEqual([body.timeZone, body.laws], ['Europe/Berlin', ['gdpr', 'nis2']]);
    assert.deepEqual(
      body.clocks.map(({ id, state, authority }) => [id, state, authority]),
      [
        ['nis2-early-warning', 'running', 'BSI'],
        ['nis2-notification', 'running', 'BSI'],
        ['nis2-progress', 'waiting', 'BSI'],
        ['nis2-final', 'waiting', 'BSI'],
        ['gdpr-notification', 'running', 'Data protection authority'],
      ],
    );
    const judged = await triage(incident, {
      ...{ awareAt: '2026-03-28T20:00:00.000Z', duties: ['significant'], personalData: false },
    });
    assert.deepEqual(judged.duties, ['significant']);
    const warning = await clockOf(incident, 'nis2-early-warning');
    assert.equal(warning?.dueAt, '2026-03-29T20:00:00.000Z');
    assert.equal((await clockOf(incident, 'gdpr-notification'))?.state, 'not-applicable');
  });

  test('start with what was sent, which is recorded with a receipt', async () => {
    const incident = await report();
    await triage(incident, { awareAt: '2026-01-30T08:00:00.000Z' });
    const clock = 'nis2-notification';
    // 23:30 in London is the 31st in Berlin: the last day of February.
    const sentAt = '2026-01-30T23:30:00.000Z';
    const draft = { incident, clock, authority: 'BSI', sentAt, reference: '7/26', text: 'Sent.' };
    const id = randomUUID();
    const made = await notify('hana', draft, id);
    assert.equal(made.status, 200, made.text);
    const { record } = await verify(made.body.receipt);
    assert.deepEqual(record['notification'], {
      ...{ id, clock, authority: 'BSI', sentAt, reference: '7/26' },
    });
    const { clocks } = (await clocksOf('hana', incident)).body;
    const [, notified, progress, final] = clocks;
    assert.deepEqual([notified?.state, notified?.sent?.author?.displayName], ['sent', 'HANA']);
    for (const due of [progress, final]) {
      assert.equal(due?.startedAt, sentAt);
      assert.equal(due?.dueAt, '2026-02-28T22:59:59.999Z');
    }
    // The same is once, something else is refused, and nobody else has this id.
    assert.deepEqual((await notify('hana', draft, id)).body, made.body);
    const codes = async (who: string, body: object, of: string = id) =>
      (await notify(who, body, of)).body.code;
    assert.equal(await codes('hana', { ...draft, text: 'Not' }), 'message-reused');
    for (const [who, code] of [
      ['ann', 'forbidden'],
      ['otto', 'forbidden'],
      ['mia', 'not-found'],
    ] as const) {
      assert.equal(await codes(who, draft, randomUUID()), code, who);
    }
    const ahead = new Date(Date.now() + 600_000).toISOString();
    for (const wrong of [{ clock: 'dora-initial' }, { clock: 'x' }, { sentAt: ahead }]) {
      assert.equal(await codes('hana', { ...draft, ...wrong }, randomUUID()), 'invalid');
    }
  });

  test('are for those who handle the report, and without names for the auditor', async () => {
    const incident = await report();
    const sentAt = new Date().toISOString();
    await notify('hana', { incident, clock: 'gdpr-notification', authority: 'DPA', sentAt });
    assert.equal((await clocksOf('ann', incident)).body.code, 'forbidden');
    assert.equal((await clocksOf('mia', incident)).body.code, 'not-found');
    const audited = (await clocksOf('otto', incident)).body.clocks.at(-1);
    assert.deepEqual([audited?.sent?.authority, audited?.sent?.author], ['DPA', undefined]);
    const path = `/v1/incidents/${incident}/notifications`;
    const listed = async (who: string) =>
      (await (await as(who)).get<{ items: Notification[] } & Problem>(path)).body;
    assert.equal((await listed('otto')).items[0]?.author, undefined);
    assert.equal((await listed('hana')).items[0]?.author?.displayName, 'HANA');
    assert.equal((await listed('ann')).code, 'forbidden');
  });

  test('pass while nobody does anything, and after the report is closed', async () => {
    const incident = await report();
    const states = async () =>
      Object.fromEntries(
        (await clocksOf('hana', incident)).body.clocks.map(({ id, state }) => [id, state]),
      );
    now = new Date(Date.now() + 25 * 3_600_000);
    assert.equal((await states())['nis2-early-warning'], 'late');
    assert.equal((await states())['nis2-notification'], 'running');
    now = new Date();
    const lesson = { change: 'nothing' } as const;
    const end = {
      kind: 'incident',
      outcome: 'near-miss',
      resolved: 'It came back',
      lesson,
    } as const;
    await triage(incident, { state: 'closed', ...end });
    assert.deepEqual(new Set(Object.values(await states())), new Set(['not-applicable']));
  });
});
