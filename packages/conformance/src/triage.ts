import type { TriageDraft } from '@heed/contract';
import { idOf } from './kit/asked.js';
import { checks, expect, expectEqual } from './kit/check.js';
import {
  classify,
  desk,
  handler,
  incidentOf,
  report,
  reporting,
  triageOf,
  wholeTriage,
} from './kit/reported.js';

const closing = (more: Partial<TriageDraft> = {}): TriageDraft => ({
  ...{ state: 'closed', kind: 'event', outcome: 'near-miss', resolved: 'We blocked it' },
  ...{ lesson: { change: 'nothing' }, ...more },
});

/** What those who handle a report make of it. */
export const triageChecks = checks(
  {
    id: 'triage/open',
    title: 'The triage is for those who handle the report; the auditor reads it without names',
    requirements: ['TRI-1', 'TRI-3', 'ACC-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const hana = there.as(handler);
      const { id: incident } = (await report(there.as('robin'))).success().incident;
      const draft = { state: 'assessing', handler: await idOf(hana) } as const;
      const { revision } = (await classify(hana, incident, '1', draft)).success();
      expect((await triageOf(hana, incident)).handler !== undefined, 'handler is missing');
      const audited = await triageOf(there.as('otis'), incident);
      expectEqual([audited.state, audited.handler], ['assessing', undefined], 'for the auditor');
      (await classify(there.as('otis'), incident, revision, draft)).refused('forbidden');
      (await there.as('robin').ask('triage.read', { incident })).refused('forbidden');
      (await classify(there.as('robin'), incident, revision, draft)).refused('forbidden');
      for (const name of ['mona', 'kim']) {
        (await there.as(name).ask('triage.read', { incident })).refused('not-found');
        (await classify(there.as(name), incident, revision, draft)).refused('not-found');
      }
    },
  },
  {
    id: 'triage/begins',
    title:
      'What nobody has triaged is received, and the organisation aware of it since it was reported',
    requirements: ['TRI-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const { id: incident, reportedAt } = (await report(there.as('robin'))).success().incident;
      const answer = await there.as(handler).ask('triage.read', { incident });
      const { revision, ...found } = answer.success();
      const wanted = { incident, state: 'received', assets: [], awareAt: reportedAt };
      expectEqual(found, { ...wanted, changedAt: reportedAt }, 'the triage');
      expectEqual(answer.headers.get('etag'), `"${revision}"`, 'the ETag');
    },
  },
  {
    id: 'triage/guarded',
    title: 'A change names what it changes, and of two at once one is made',
    requirements: ['TRI-4', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const hana = there.as(handler);
      const { id: incident } = (await report(there.as('robin'))).success().incident;
      const before = await triageOf(hana, incident);
      const draft = { incident, state: 'assessing' } as const;
      (await hana.try('triage.record', draft)).refused('precondition-required');
      (await classify(hana, incident, 'another', { state: 'assessing' })).refused(
        'precondition-failed',
      );
      expectEqual(await triageOf(hana, incident), before, 'the triage after both');
      const both = await Promise.all(
        [1, 2].map(() => classify(hana, incident, before.revision, { state: 'handling' })),
      );
      const statuses = both.map(({ status }) => status).sort();
      expectEqual(statuses, [200, 412], 'the statuses of two changes at once');
      (await classify(hana, incident, before.revision, { state: 'received' })).refused(
        'precondition-failed',
      );
    },
  },
  {
    id: 'triage/whole',
    title: 'A change says all of the triage, and comes back as it was sent',
    requirements: ['TRI-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const hana = there.as(handler);
      const { id: incident } = (await report(there.as('robin'))).success().incident;
      const draft = { ...wholeTriage, handler: await idOf(hana) };
      const made = (await classify(hana, incident, '1', draft)).success();
      const { handler: named, revision, changedAt: _, incident: of, ...rest } = made;
      expectEqual([of, named?.id], [incident, draft.handler], 'incident and handler');
      expectEqual(rest, { ...wholeTriage }, 'the rest of it');
      const now = (await classify(hana, incident, revision, { state: 'handling' })).success();
      expect(now.revision !== revision, 'the revision is the same after another change');
      expectEqual(
        [now.state, now.kind, now.handler, now.assets],
        ['handling', undefined, undefined, []],
        'what the next change did not say',
      );
      expectEqual(await triageOf(hana, incident), now, 'the triage as it is read');
    },
  },
  {
    id: 'triage/misfit',
    title: 'To close it, it is said what it was, what was done and what should change',
    requirements: ['TRI-6', 'INP-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const hana = there.as(handler);
      const { id: incident } = (await report(there.as('robin'))).success().incident;
      for (const member of ['kind', 'outcome', 'resolved', 'lesson'] as const) {
        const { [member]: _, ...draft } = closing();
        const refused = (await classify(hana, incident, '1', draft as TriageDraft)).refused(
          'invalid',
        );
        const pointers = refused.errors?.map(({ pointer }) => pointer);
        expectEqual(pointers, [`/${member}`], `what is missing without ${member}`);
      }
      (await classify(hana, incident, '1', closing({ state: 'handling' }))).refused('invalid');
      const nobody = { state: 'handling', handler: 'nobody' } as const;
      (await classify(hana, incident, '1', nobody)).refused('invalid');
      (await classify(hana, incident, '1', closing())).success();
    },
  },
  {
    id: 'triage/told',
    title: 'Whoever reported sees the states and what was done in the end, and nothing else of it',
    requirements: ['TRI-7', 'INC-7', 'INC-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [robin, hana] = [there.as('robin'), there.as(handler)];
      const { id: incident } = (await report(robin)).success().incident;
      let revision = '1';
      const at: string[] = [(await incidentOf(robin, incident)).reportedAt];
      for (const draft of [wholeTriage, wholeTriage, closing({ assets: ['the vault'] })]) {
        const made = (await classify(hana, incident, revision, draft)).success();
        at.push(made.changedAt);
        revision = made.revision;
      }
      const found = await incidentOf(robin, incident);
      expectEqual(
        found.history,
        [
          { state: 'received', at: at[0] },
          { state: 'handling', at: at[1] },
          { state: 'closed', at: at[3] },
        ],
        'history',
      );
      expectEqual([found.state, found.resolved], ['closed', 'We blocked it'], 'state and resolved');
      const text = JSON.stringify(found);
      for (const word of ['vault', 'near-miss', 'nothing', 'fraud']) {
        expect(!text.includes(word), `who reported is told ${word}`);
      }
      const listed = async (state: 'open' | 'closed') =>
        (await robin.all('incidents.list', { state })).map(({ id }) => id);
      expectEqual([await listed('open'), await listed('closed')], [[], [incident]], 'by state');
    },
  },
  {
    id: 'triage/changes',
    title: 'Every change is listed, oldest first, to those who handle the report and the auditor',
    requirements: ['TRI-7', 'TRI-8'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const hana = there.as(handler);
      const { id: incident } = (await report(there.as('robin'))).success().incident;
      const first = await triageOf(hana, incident);
      const draft = { ...wholeTriage, handler: await idOf(hana) };
      const second = (await classify(hana, incident, first.revision, draft)).success();
      const third = (await classify(hana, incident, second.revision, closing())).success();
      const changes = await hana.all('changes.list', { incident });
      expectEqual(
        changes.map(({ triage }) => triage),
        [first, second, third],
        'what it came to',
      );
      const author = await idOf(hana);
      expectEqual(
        changes.map((one) => one.author?.id),
        [undefined, author, author],
        'who changed it',
      );
      const audited = await there.as('otis').all('changes.list', { incident });
      expectEqual(audited.length, 3, 'how many changes the auditor is listed');
      expect(!JSON.stringify(audited).includes(author), 'the auditor is told who handles it');
      (await there.as('robin').ask('changes.list', { incident })).refused('forbidden');
      (await there.as('kim').ask('changes.list', { incident })).refused('not-found');
    },
  },
  {
    id: 'triage/assigned',
    title: 'Somebody to whom a report is assigned handles it, and it alone, while it is',
    requirements: ['INC-2', 'INC-3', 'INC-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [robin, kim, hana] = [there.as('robin'), there.as('kim'), there.as(handler)];
      const { id: incident } = (await report(robin)).success().incident;
      const { id: other } = (await report(robin, reporting())).success().incident;
      const draft = { state: 'handling', handler: await idOf(kim) } as const;
      const { revision } = (await classify(hana, incident, '1', draft)).success();
      expectEqual((await incidentOf(kim, incident)).mayHandle, true, 'mayHandle when assigned');
      const listed = await kim.all('incidents.list', { of: 'all' });
      expectEqual(
        listed.map(({ id }) => id),
        [incident],
        'what is listed to whom it is assigned',
      );
      (await kim.ask('incidents.read', { incident: other })).refused('not-found');
      (await classify(kim, incident, revision, { state: 'handling' })).success();
      (await kim.ask('incidents.read', { incident })).refused('not-found');
    },
  },
);
