import type { TriageDraft } from '@heed/contract';
import { checks, expectEqual } from './kit/check.js';
import { daysAfter, hoursAfter, monthsAfter } from './kit/calendar.js';
import {
  clockOf,
  clocksOf,
  deskUnder,
  everyLaw,
  notify,
  reportedBy,
  sent,
  triage,
} from './kit/handling.js';
import { handler } from './kit/reported.js';

const idsOf: Readonly<Record<(typeof everyLaw)[number], readonly string[]>> = {
  nis2: ['nis2-early-warning', 'nis2-notification', 'nis2-progress', 'nis2-final'],
  gdpr: ['gdpr-notification'],
  dora: ['dora-initial', 'dora-intermediate', 'dora-final'],
  cra: ['exploited', 'severe'].flatMap((what) =>
    ['early-warning', 'notification', 'final'].map((which) => `cra-${what}-${which}`),
  ),
  whistleblowing: ['whistleblowing-acknowledgement', 'whistleblowing-feedback'],
};

const awareAt = '2026-03-28T11:30:00.000Z';

/** What the laws ask for because of a report, and until when. */
export const clockChecks = checks(
  {
    id: 'clocks/open',
    title: 'The clocks are for those who handle the report, and without names for the auditor',
    requirements: ['CLK-1', 'NTF-2', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder('gdpr'));
      const hana = there.as(handler);
      const incident = await reportedBy(there.as('robin'));
      (await notify(hana, { incident, clock: 'gdpr-notification' })).success();
      const { clocks } = await clocksOf(hana, incident);
      expectEqual(typeof clocks[0]?.sent?.author?.id, 'string', 'type of who recorded it');
      const audited = await clocksOf(there.as('otis'), incident);
      expectEqual(audited.clocks[0]?.sent?.author, undefined, 'author for the auditor');
      (await there.as('robin').ask('clocks.read', { incident })).refused('forbidden');
      (await there.as('kim').ask('clocks.read', { incident })).refused('not-found');
      (await hana.ask('clocks.read', { incident: 'nothing' })).refused('not-found');
    },
  },
  {
    id: 'clocks/laws',
    title: 'Each law of the organisation has all of its clocks, and no other law has any',
    requirements: ['CLK-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder(...everyLaw));
      const incident = await reportedBy(there.as('robin'));
      for (const laws of [everyLaw, ['nis2'], ['gdpr', 'cra'], []] as const) {
        await there.change(deskUnder(...laws));
        const found = await clocksOf(there.as(handler), incident);
        expectEqual(found.laws.toSorted(), laws.toSorted(), 'laws');
        const wanted = laws.flatMap((law) => idsOf[law]).toSorted();
        expectEqual(found.clocks.map(({ id }) => id).toSorted(), wanted, 'ids of the clocks');
      }
    },
  },
  {
    id: 'clocks/hours',
    title:
      'Early warnings and notifications are due so many hours after awareness or classification',
    requirements: ['CLK-3'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder(...everyLaw));
      const hana = there.as(handler);
      const incident = await reportedBy(there.as('robin'));
      (await triage(hana, incident, { awareAt })).success();
      for (const [clock, hours] of [
        ['nis2-early-warning', 24],
        ['nis2-notification', 72],
        ['gdpr-notification', 72],
        ['cra-exploited-early-warning', 24],
        ['cra-exploited-notification', 72],
        ['cra-severe-early-warning', 24],
        ['cra-severe-notification', 72],
      ] as const) {
        const { startedAt, dueAt } = await clockOf(hana, incident, clock);
        expectEqual([startedAt, dueAt], [awareAt, hoursAfter(awareAt, hours)], clock);
      }
      for (const [classified, due] of [
        [1, 5],
        [22, 24],
        [23.5, 24],
        [24.5, 28.5],
      ] as const) {
        const classifiedAt = hoursAfter(awareAt, classified);
        (await triage(hana, incident, { awareAt, classifiedAt })).success();
        const { dueAt } = await clockOf(hana, incident, 'dora-initial');
        const what = `dora-initial of what was classified after ${classified} hours`;
        expectEqual(dueAt, hoursAfter(awareAt, due), what);
      }
    },
  },
  {
    id: 'clocks/submissions',
    title: 'Reports are due so long after what was submitted before them, not after its deadline',
    requirements: ['CLK-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder('nis2', 'dora', 'cra'));
      const hana = there.as(handler);
      const incident = await reportedBy(there.as('robin'));
      (await triage(hana, incident, { awareAt, classifiedAt: awareAt })).success();
      const { timeZone } = await clocksOf(hana, incident);
      const [first, later] = [hoursAfter(awareAt, 5), hoursAfter(awareAt, 200)];
      for (const clock of ['nis2-notification', 'cra-severe-notification', 'dora-initial']) {
        await sent(hana, incident, clock, later);
        await sent(hana, incident, clock, first);
      }
      await sent(hana, incident, 'dora-intermediate', first);
      await sent(hana, incident, 'dora-intermediate', later);
      for (const [clock, wanted] of [
        ['nis2-progress', monthsAfter(first, 1, timeZone)],
        ['nis2-final', monthsAfter(first, 1, timeZone)],
        ['cra-severe-final', monthsAfter(first, 1, timeZone)],
        ['dora-intermediate', hoursAfter(first, 72)],
        ['dora-final', monthsAfter(later, 1, timeZone)],
      ] as const) {
        expectEqual((await clockOf(hana, incident, clock)).dueAt, wanted, `dueAt of ${clock}`);
      }
      await sent(hana, incident, 'nis2-progress', later);
      const waiting = await clockOf(hana, incident, 'nis2-final');
      expectEqual(waiting.state, 'waiting', 'state of nis2-final after a progress report');
      const done = { kind: 'incident', outcome: 'confirmed', resolved: 'It is over' } as const;
      const lesson = { change: 'nothing' } as const;
      const closed = await triage(hana, incident, { state: 'closed', awareAt, ...done, lesson });
      const { changedAt } = closed.success();
      const { dueAt } = await clockOf(hana, incident, 'nis2-final');
      expectEqual(dueAt, monthsAfter(changedAt, 1, timeZone), 'dueAt of nis2-final once closed');
    },
  },
  {
    id: 'clocks/days',
    title: 'What is due after days and months of a measure or a report is due then',
    requirements: ['CLK-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder('cra', 'whistleblowing'));
      const hana = there.as(handler);
      const incident = await reportedBy(there.as('robin'));
      const { reportedAt } = (await hana.ask('incidents.read', { incident })).success();
      const { timeZone } = await clocksOf(hana, incident);
      const due = async (clock: string) => (await clockOf(hana, incident, clock)).dueAt;
      expectEqual(await due('cra-exploited-final'), undefined, 'dueAt without a measure');
      const measureAt = '2026-02-16T18:00:00.000Z';
      (await triage(hana, incident, { awareAt, measureAt })).success();
      const after = daysAfter(measureAt, 14, timeZone);
      expectEqual(await due('cra-exploited-final'), after, 'dueAt of cra-exploited-final');
      const week = daysAfter(reportedAt, 7, timeZone);
      expectEqual(await due('whistleblowing-acknowledgement'), week, 'of the acknowledgement');
      expectEqual(await due('whistleblowing-feedback'), undefined, 'of feedback before it');
      await sent(hana, incident, 'whistleblowing-acknowledgement', reportedAt);
      const feedback = monthsAfter(reportedAt, 3, timeZone);
      expectEqual(await due('whistleblowing-feedback'), feedback, 'of feedback after it');
    },
  },
  {
    id: 'clocks/calendar',
    title: 'A month ends with the last hour of the same date, or of the last day of the month',
    requirements: ['CLK-6'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder('nis2'));
      const hana = there.as(handler);
      for (const at of [
        '2024-01-31T12:00:00.000Z',
        '2025-01-31T12:00:00.000Z',
        '2025-03-31T00:00:00.000Z',
        '2025-04-30T23:30:00.000Z',
        '2025-12-31T23:59:59.000Z',
        '2025-03-01T12:00:00.000Z',
        '2025-10-01T12:00:00.000Z',
      ]) {
        const incident = await reportedBy(there.as('robin'));
        await sent(hana, incident, 'nis2-notification', at);
        const { timeZone } = await clocksOf(hana, incident);
        const { dueAt } = await clockOf(hana, incident, 'nis2-final');
        expectEqual(dueAt, monthsAfter(at, 1, timeZone), `a month after ${at} in ${timeZone}`);
      }
    },
  },
  {
    id: 'clocks/states',
    title: 'A clock waits, runs, is late, and keeps whether what was sent came in time',
    requirements: ['CLK-7'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder('nis2', 'gdpr'));
      const hana = there.as(handler);
      const incident = await reportedBy(there.as('robin'));
      const state = async (clock: string) => (await clockOf(hana, incident, clock)).state;
      expectEqual(await state('nis2-final'), 'waiting', 'state before it starts');
      expectEqual(await state('nis2-notification'), 'running', 'state of what has begun');
      const at = hoursAfter(new Date().toISOString(), -48);
      (await triage(hana, incident, { awareAt: at })).success();
      expectEqual(await state('nis2-early-warning'), 'late', 'state of what is over');
      expectEqual(await state('nis2-notification'), 'running', 'state of what is not');
      await sent(hana, incident, 'nis2-early-warning', hoursAfter(at, 25));
      expectEqual(await state('nis2-early-warning'), 'late', 'state of what was sent late');
      const sentAt = hoursAfter(at, 24);
      await sent(hana, incident, 'nis2-early-warning', sentAt);
      const found = await clockOf(hana, incident, 'nis2-early-warning');
      expectEqual([found.state, found.sent?.sentAt], ['sent', sentAt], 'what was sent in time');
    },
  },
  {
    id: 'clocks/next',
    title: 'What is due next stands at the report for those who handle it, and for nobody else',
    requirements: ['CLK-9'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder('nis2', 'gdpr'));
      const [robin, hana] = [there.as('robin'), there.as(handler)];
      const incident = await reportedBy(robin);
      (await triage(hana, incident, { awareAt })).success();
      const next = async (name: string) =>
        (await there.as(name).ask('incidents.read', { incident })).success().nextDue;
      const first = { clock: 'nis2-early-warning', dueAt: hoursAfter(awareAt, 24) };
      for (const name of [handler, 'otis']) {
        expectEqual(await next(name), first, `nextDue to ${name}`);
      }
      expectEqual(await next('robin'), undefined, 'nextDue to whoever reported');
      await sent(hana, incident, 'nis2-early-warning', awareAt);
      const listed = await hana.all('incidents.list', { of: 'all' });
      const dueAt = hoursAfter(awareAt, 72);
      expectEqual(listed[0]?.nextDue?.dueAt, dueAt, 'nextDue in the list once that was sent');
      (await triage(hana, incident, { awareAt, duties: [], personalData: false })).success();
      expectEqual(await next(handler), undefined, 'nextDue of what no law asks for');
    },
  },
  {
    id: 'clocks/judged',
    title: 'What the report is to the laws decides which clocks apply',
    requirements: ['CLK-8'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder(...everyLaw));
      const hana = there.as(handler);
      const incident = await reportedBy(there.as('robin'));
      const applying = async () =>
        (await clocksOf(hana, incident)).clocks
          .filter(({ state }) => state !== 'not-applicable')
          .map(({ id }) => id)
          .toSorted();
      const of = (...parts: string[]) =>
        everyLaw
          .flatMap((law) => idsOf[law])
          .filter((id) => parts.some((part) => id.startsWith(part)))
          .toSorted();
      expectEqual(await applying(), of(...everyLaw), 'clocks of what nobody has judged');
      const judgements: readonly [Partial<TriageDraft>, ...string[]][] = [
        [{ duties: ['significant'] }, 'nis2', 'gdpr'],
        [{ duties: ['major', 'breach-of-law'] }, 'dora', 'whistleblowing', 'gdpr'],
        [{ duties: ['exploited'], personalData: true }, 'cra-exploited', 'gdpr'],
        [{ duties: ['severe'], personalData: false }, 'cra-severe'],
        [{ duties: [], personalData: false }],
        [{ outcome: 'near-miss' }, 'whistleblowing'],
        [{ outcome: 'false-positive', personalData: true }, 'whistleblowing'],
        [{ outcome: 'confirmed', personalData: false }, 'nis2', 'dora', 'cra', 'whistleblowing'],
      ];
      for (const [said, ...parts] of judgements) {
        (await triage(hana, incident, { awareAt, ...said })).success();
        expectEqual(await applying(), of(...parts), `clocks of ${JSON.stringify(said)}`);
      }
      await sent(hana, incident, 'gdpr-notification', hoursAfter(awareAt, 1));
      const { state } = await clockOf(hana, incident, 'gdpr-notification');
      expectEqual(state, 'sent', 'state of what was sent though it does not apply');
    },
  },
);
