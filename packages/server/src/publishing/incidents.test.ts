import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Answer, Clocks, Incident, Triage, TriageChange } from '@heed/contract';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import type { ImportedIncident } from '../import/incidents/incident.js';
import { officeContent, person } from '../testing/content.js';
import { openOffice, type Office } from '../testing/office.js';

const incident = (id: string, more: Partial<ImportedIncident> = {}): ImportedIncident => ({
  ...{ id, language: 'en', noticed: `Lost ${id}`, kind: 'incident', outcome: 'confirmed' },
  ...{ class: 'information-content-security:data-loss', assets: ['A laptop'], rest: [] },
  ...{ reportedAt: '2026-02-15T07:30:00.000Z', awareAt: '2026-02-15T07:30:00.000Z' },
  ...more,
});

eachEngine('incidents of an earlier register', (engine) => {
  let office: Office;
  const closed = incident('inc-1', {
    ...{ closedAt: '2026-02-15T09:00:00.000Z', resolved: 'Wiped', severity: 'medium' },
    ...{ personalData: false, rest: ['Root Cause: Left in taxi', 'Detected By: User report'] },
  });
  const publish = (incidents: ImportedIncident[]) => {
    const { people, ...content } = officeContent();
    const hana = person('hana', { roles: ['incident-handler'] });
    const laws = [{ id: 'gdpr' as const }];
    return office.publish({ ...content, people: [...people, hana], laws, incidents });
  };
  before(async () => {
    office = await openOffice(await engine.newLocation());
    await publish([closed, incident('inc-2')]);
  });
  after(() => office.close());
  const get = async <T>(path: string, who = 'hana') =>
    (await (await office.as(who)).get<T>(path)).body;

  test('stand among the reports with their class, their states and their notes', async () => {
    const { items } = await get<{ items: Incident[] }>('/v1/incidents?of=all');
    assert.deepEqual(
      items.map(({ id, state, reporter, resolved, answers }) => [
        id,
        state,
        reporter,
        resolved,
        answers,
      ]),
      [
        ['inc-2', 'handling', undefined, undefined, 0],
        ['inc-1', 'closed', undefined, 'Wiped', 1],
      ],
    );
    assert.deepEqual(items[1]?.history, [
      { state: 'received', at: closed.reportedAt },
      { state: 'closed', at: closed.closedAt },
    ]);
    const {
      class: is,
      severity,
      duties,
      personalData,
    } = await get<Triage>('/v1/incidents/inc-1/triage');
    assert.deepEqual([is, severity, duties, personalData], [closed.class, 'medium', [], false]);
    const { items: changes } = await get<{ items: TriageChange[] }>('/v1/incidents/inc-1/changes');
    assert.deepEqual(
      changes.map(({ author }) => author),
      [undefined, undefined],
    );
    const { items: notes } = await get<{ items: Answer[] }>('/v1/incidents/inc-1/answers');
    assert.deepEqual(
      notes.map(({ internal, author, text }) => [internal, author, text]),
      [[true, undefined, 'From the register:\nRoot Cause: Left in taxi\nDetected By: User report']],
    );
  });

  test('have clocks only while they are open', async () => {
    const states = async (id: string) =>
      (await get<Clocks>(`/v1/incidents/${id}/clocks`)).clocks.map(({ state }) => state);
    assert.deepEqual(await states('inc-1'), ['not-applicable']);
    assert.deepEqual(await states('inc-2'), ['late']);
  });

  test('are there once, and stay as they were handled since', async () => {
    const triage = { state: 'assessing', kind: 'event' };
    const headers = { 'If-Match': '"2"' };
    const hana = await office.as('hana');
    const made = await hana.send('PUT', '/v1/incidents/inc-2/triage', triage, headers);
    assert.equal(made.status, 200, made.text);
    const { events } = await publish([closed, incident('inc-2'), incident('inc-3')]);
    assert.equal(events, 1);
    assert.equal((await get<Triage>('/v1/incidents/inc-2/triage')).state, 'assessing');
  });
});
