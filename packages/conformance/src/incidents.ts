import { randomUUID } from 'node:crypto';
import { verified } from './kit/acts.js';
import { checks, expect, expectEqual } from './kit/check.js';
import { upload } from './kit/files.js';
import { desk, handler, incidentOf, repliesOf, reply, report, reporting } from './kit/reported.js';
import { hashOf } from './kit/world.js';

/** What people report. */
export const incidentChecks = checks(
  {
    id: 'incidents/own',
    title: 'Of me, what the caller reported is listed, the last one first',
    requirements: ['INC-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [robin, hana] = [there.as('robin'), there.as(handler)];
      const ids: string[] = [];
      for (const confidential of [false, true, false]) {
        const draft = reporting({ confidential });
        ids.unshift((await report(robin, draft)).success().incident.id);
      }
      const own = (await report(hana)).success().incident.id;
      const listed = async (session: typeof robin) =>
        (await session.all('incidents.list', {})).map(({ id }) => id);
      expectEqual(await listed(robin), ids, 'what robin is listed');
      expectEqual(await listed(hana), [own], 'what hana reported');
    },
  },
  {
    id: 'incidents/all',
    title: 'Of all, who handles or audits is listed every report, and nobody else any',
    requirements: ['INC-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const id = (await report(there.as('robin'))).success().incident.id;
      for (const [name, wanted] of [
        [handler, [id]],
        ['otis', [id]],
        ['mona', []],
        ['kim', []],
      ] as const) {
        const session = there.as(name);
        const found = await session.all('incidents.list', { of: 'all' });
        expectEqual(
          found.map((one) => one.id),
          wanted,
          `what ${name} is listed`,
        );
        const closed = await session.all('incidents.list', { of: 'all', state: 'closed' });
        expectEqual(closed, [], `what ${name} is listed as closed`);
        const open = await session.all('incidents.list', { of: 'all', state: 'open' });
        expectEqual(open.length, wanted.length, `how many are open for ${name}`);
      }
    },
  },
  {
    id: 'incidents/open',
    title: 'A report is open to who made it, to who handles it and to the auditor alone',
    requirements: ['INC-3', 'INC-4', 'ACC-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const incident = (await report(there.as('robin'))).success().incident.id;
      for (const [name, mine, mayHandle] of [
        ['robin', true, false],
        [handler, false, true],
        ['otis', false, false],
      ] as const) {
        const found = await incidentOf(there.as(name), incident);
        expectEqual(
          [found.mine, found.mayHandle],
          [mine, mayHandle],
          `mine and mayHandle of ${name}`,
        );
      }
      for (const name of ['mona', 'kim', 'sasha']) {
        const session = there.as(name);
        const hidden = (await session.ask('incidents.read', { incident })).refused('not-found');
        const other = { incident: randomUUID() };
        const absent = (await session.ask('incidents.read', other)).refused('not-found');
        expectEqual(
          [hidden.title, hidden.detail],
          [absent.title, absent.detail],
          `what ${name} is told of what is there, and of what is not`,
        );
      }
    },
  },
  {
    id: 'incidents/names',
    title: 'Who reported is told to who handles what is named, and to no auditor',
    requirements: ['INC-5', 'INC-6'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [robin, hana, otis] = [there.as('robin'), there.as(handler), there.as('otis')];
      const file = (await upload(robin, 'what I saw')).id;
      const draft = reporting({ attachments: [file] });
      const named = (await report(robin, draft)).success().incident;
      const draftInConfidence = reporting({ confidential: true });
      const hidden = (await report(robin, draftInConfidence)).success().incident;
      const me = (await robin.ask('me.read', {})).success();
      const wanted = { id: me.id, displayName: me.displayName };
      for (const { id } of [named, hidden]) {
        expectEqual((await incidentOf(robin, id)).reporter, wanted, 'reporter for who reported');
        expectEqual((await incidentOf(otis, id)).reporter, undefined, 'reporter for the auditor');
      }
      expectEqual((await incidentOf(hana, named.id)).reporter, wanted, 'reporter of what is named');
      const told = await incidentOf(hana, hidden.id);
      expectEqual([told.privacy, told.reporter], ['confidential', undefined], 'in confidence');
      const files = async (session: typeof robin) =>
        (await incidentOf(session, named.id)).attachments?.map(({ id }) => id);
      expectEqual(
        [await files(robin), await files(hana), await files(otis)],
        [[file], [file], undefined],
        'attachments for who reported, who handles it, and the auditor',
      );
      (await hana.ask('attachments.read', { attachment: file })).success();
      for (const name of ['otis', 'mona', 'kim']) {
        const asked = await there.as(name).ask('attachments.read', { attachment: file });
        asked.refused('not-found');
      }
    },
  },
  {
    id: 'incidents/history',
    title: 'A report begins as received when it was reported',
    requirements: ['INC-7'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const { incident } = (await report(there.as('robin'))).success();
      const { state, history, reportedAt } = incident;
      expectEqual([state, history], ['received', [{ state, at: reportedAt }]], 'state and history');
    },
  },
  {
    id: 'incidents/once',
    title: 'The same id is one report, and answers with it and its receipt for ever',
    requirements: ['INC-8', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const robin = there.as('robin');
      const [id, draft] = [randomUUID(), reporting()];
      const answers = await Promise.all([1, 2, 3].map(() => report(robin, draft, id)));
      const [first, ...others] = answers.map((answer) => answer.success());
      for (const each of others) expectEqual(each, first, 'one of three answers at once');
      (await report(robin, reporting(), id)).refused('message-reused');
      (await report(there.as('kim'), draft, id)).refused('not-found');
      (await reply(there.as(handler), { incident: id, text: 'Thank you' })).success();
      const again = (await report(robin, draft, id)).success();
      expectEqual(again.receipt, first?.receipt, 'the receipt later');
      expectEqual(again.incident.answers, 1, 'how many answers the report has by then');
      expectEqual((await robin.all('incidents.list', {})).length, 1, 'how many reports there are');
    },
  },
  {
    id: 'incidents/files',
    title: 'A report names ready files of who reports, in their order, or is not recorded',
    requirements: ['INC-9', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [robin, kim] = [there.as('robin'), there.as('kim')];
      const [one, two] = [await upload(robin, 'one'), await upload(robin, 'two', 'two.csv')];
      const theirs = await upload(kim, 'theirs');
      const half = randomUUID();
      (await robin.ask('attachments.record', { attachment: half, name: 'a', size: 9 })).success();
      const tell = (...attachments: string[]) => report(robin, reporting({ attachments }));
      (await tell(one.id, theirs.id)).refused('not-found');
      (await tell(one.id, half)).refused('not-open-for-this');
      (await tell(one.id, one.id)).refused('invalid');
      expectEqual(await robin.all('incidents.list', {}), [], 'what was recorded so far');
      const { incident } = (await tell(two.id, one.id)).success();
      expectEqual(
        incident.attachments?.map(({ id, name }) => [id, name]),
        [
          [two.id, two.name],
          [one.id, one.name],
        ],
        'attachments',
      );
      (await tell(one.id)).refused('not-open-for-this');
    },
  },
  {
    id: 'incidents/receipt',
    title:
      'The receipt verifies, and tells who reported what; what was told comes back as it was sent',
    requirements: ['INC-10', 'INC-11'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const robin = there.as('robin');
      const said = 'Ünïcödé 漢字 🦉\nand <b>a line</b>';
      const draft = reporting({
        ...{ noticed: said, did: `${said} done`, safe: 'unsure', seems: 'phishing' },
        ...{ noticedAt: '2026-11-24T08:05:00.000Z', confidential: true },
      });
      const { incident, receipt } = (await report(robin, draft)).success();
      const found = await incidentOf(there.as(handler), incident.id);
      const { noticed, did, safe, seems, noticedAt, language } = found;
      const { confidential: _, ...wanted } = draft;
      expectEqual({ noticed, did, safe, seems, noticedAt, language }, wanted, 'what was told');
      const { record, pinned, entry } = await verified(t, receipt, robin);
      expect(pinned, 'the key in the receipt is not the one in the discovery document');
      const { id, displayName } = (await robin.ask('me.read', {})).success();
      for (const [member, is] of Object.entries({
        person: { id, userName: 'robin', displayName },
        incident: { id: incident.id, privacy: 'confidential' },
        reportHash: hashOf(draft),
        recordedAt: incident.reportedAt,
      })) {
        expectEqual(record[member], is, `${member} of the record in the receipt`);
      }
      expect(typeof record['tenant'] === 'string', 'the record does not name the tenant');
      expectEqual(entry.time, incident.reportedAt, 'the time of the entry in the log');
      expectEqual(await repliesOf(robin, incident.id), [], 'answers of a new report');
    },
  },
);
