import { createHash, randomUUID } from 'node:crypto';
import { verified } from './kit/acts.js';
import { idOf } from './kit/asked.js';
import { checks, expect, expectEqual } from './kit/check.js';
import { hoursAfter } from './kit/calendar.js';
import { deskUnder, notify, reportedBy, triage } from './kit/handling.js';
import { handler } from './kit/reported.js';

const clock = 'gdpr-notification';
const said = 'Ünïcödé 漢字 🦉\nand <b>a line</b>';

/** What was sent to whom because a law asks for it. */
export const notificationChecks = checks(
  {
    id: 'notifications/once',
    title: 'The same id is one notification, and answers with it and its receipt for ever',
    requirements: ['NTF-1', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder('gdpr'));
      const hana = there.as(handler);
      const incident = await reportedBy(there.as('robin'));
      const draft = { incident, clock, sentAt: '2026-11-24T09:00:00.000Z' };
      const id = randomUUID();
      const answers = await Promise.all([1, 2, 3].map(() => notify(hana, draft, id)));
      const [first, ...others] = answers.map((answer) => answer.success());
      for (const each of others) expectEqual(each, first, 'one of three answers at once');
      const kim = await idOf(there.as('kim'));
      (await triage(hana, incident, { handler: kim })).success();
      (await notify(hana, { ...draft, authority: 'Another' }, id)).refused('message-reused');
      (await notify(there.as('kim'), draft, id)).refused('not-found');
      expectEqual((await notify(hana, draft, id)).success(), first, 'the answer later');
      const all = await hana.all('notifications.list', { incident });
      expectEqual(all.length, 1, 'how many there are');
    },
  },
  {
    id: 'notifications/handlers',
    title: 'What was sent is recorded by those who handle the report',
    requirements: ['NTF-2', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder('gdpr'));
      const incident = await reportedBy(there.as('robin'));
      for (const name of ['robin', 'otis']) {
        (await notify(there.as(name), { incident, clock })).refused('forbidden');
      }
      (await notify(there.as('kim'), { incident, clock })).refused('not-found');
      (await notify(there.as(handler), { incident: 'nothing', clock })).refused('not-found');
      const all = await there.as(handler).all('notifications.list', { incident });
      expectEqual(all, [], 'what was recorded');
    },
  },
  {
    id: 'notifications/misfit',
    title: 'What no clock asks for, and what has not come yet, was not sent',
    requirements: ['NTF-3', 'INP-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder('gdpr'));
      const hana = there.as(handler);
      const incident = await reportedBy(there.as('robin'));
      for (const other of ['nis2-early-warning', 'nothing']) {
        (await notify(hana, { incident, clock: other })).refused('invalid');
      }
      const sentAt = hoursAfter(new Date().toISOString(), 1);
      (await notify(hana, { incident, clock, sentAt })).refused('invalid');
      expectEqual(await hana.all('notifications.list', { incident }), [], 'what was recorded');
    },
  },
  {
    id: 'notifications/receipt',
    title: 'The receipt verifies, and tells who sent what to whom and when',
    requirements: ['NTF-4', 'NTF-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder('gdpr'));
      const hana = there.as(handler);
      const incident = await reportedBy(there.as('robin'));
      const more = { authority: 'Behörde 🏛', reference: 'Az. 7/2026 – ß', text: said };
      const draft = { incident, clock, sentAt: '2026-11-24T09:00:00.000Z', ...more };
      const { notification: made, receipt } = (await notify(hana, draft)).success();
      const told = [made.authority, made.reference, made.text];
      expectEqual(told, Object.values(more), 'what came back');
      const { record, pinned, entry } = await verified(t, receipt, hana);
      expect(pinned, 'the key in the receipt is not the one in the discovery document');
      const { id, displayName } = (await hana.ask('me.read', {})).success();
      const { authority, reference } = more;
      for (const [member, wanted] of Object.entries({
        person: { id, userName: handler, displayName },
        incident: { id: incident },
        notification: { id: made.id, clock, authority, sentAt: draft.sentAt, reference },
        textHash: `sha256:${createHash('sha256').update(said).digest('hex')}`,
        recordedAt: made.recordedAt,
      })) {
        expectEqual(record[member], wanted, `${member} of the record in the receipt`);
      }
      expect(typeof record['tenant'] === 'string', 'the record does not name the tenant');
      expectEqual(entry.time, made.recordedAt, 'the time of the entry in the log');
    },
  },
  {
    id: 'notifications/listed',
    title: 'Everything that was sent is listed as it was recorded, without names for the auditor',
    requirements: ['NTF-6'],
    writes: true,
    async run(t) {
      const there = await t.namespace(deskUnder('gdpr'));
      const hana = there.as(handler);
      const incident = await reportedBy(there.as('robin'));
      for (const sentAt of ['2026-11-24T09:00:00.000Z', '2026-11-23T09:00:00.000Z']) {
        (await notify(hana, { incident, clock, sentAt, text: sentAt })).success();
      }
      for (const [name, author] of [
        [handler, 'string'],
        ['otis', 'undefined'],
      ] as const) {
        const found = await there.as(name).all('notifications.list', { incident });
        const told = found.map((one) => [one.text, typeof one.author?.id]);
        const wanted = ['24', '23'].map((date) => [`2026-11-${date}T09:00:00.000Z`, author]);
        expectEqual(told, wanted, `what is listed to ${name}`);
      }
      (await there.as('robin').ask('notifications.list', { incident })).refused('forbidden');
      (await there.as('kim').ask('notifications.list', { incident })).refused('not-found');
    },
  },
);
