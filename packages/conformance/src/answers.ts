import { createHash, randomUUID } from 'node:crypto';
import { verified } from './kit/acts.js';
import { checks, expect, expectEqual } from './kit/check.js';
import { upload } from './kit/files.js';
import { desk, handler, incidentOf, repliesOf, reply, report, reporting } from './kit/reported.js';

/** What is said between whoever reported and those who handle it. */
export const incidentAnswerChecks = checks(
  {
    id: 'answers/once',
    title: 'The same id is one answer, and answers with it and its receipt for ever',
    requirements: ['RPL-1', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [robin, hana] = [there.as('robin'), there.as(handler)];
      const { id: incident } = (await report(robin)).success().incident;
      const [id, draft] = [randomUUID(), { incident, text: 'Which one?' }];
      const answers = await Promise.all([1, 2, 3].map(() => reply(hana, draft, id)));
      const [first, ...others] = answers.map((answer) => answer.success());
      for (const each of others) expectEqual(each, first, 'one of three answers at once');
      (await reply(hana, { incident, text: 'Another' }, id)).refused('message-reused');
      (await reply(robin, draft, id)).refused('not-found');
      expectEqual((await reply(hana, draft, id)).success(), first, 'the answer later');
      expectEqual((await repliesOf(robin, incident)).length, 1, 'how many answers there are');
    },
  },
  {
    id: 'answers/sides',
    title: 'Whoever reported and those who handle it answer, and nobody else',
    requirements: ['RPL-2', 'RPL-3', 'ACC-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [robin, hana] = [there.as('robin'), there.as(handler)];
      const { id: incident } = (await report(robin)).success().incident;
      const text = 'A word';
      expectEqual((await reply(robin, { incident, text })).success().answer.by, 'reporter', 'by');
      expectEqual((await reply(hana, { incident, text })).success().answer.by, 'handler', 'by');
      (await reply(there.as('otis'), { incident, text })).refused('forbidden');
      for (const name of ['mona', 'kim']) {
        (await reply(there.as(name), { incident, text })).refused('not-found');
      }
      (await reply(robin, { incident, text, internal: true })).refused('forbidden');
      const noted = (await reply(hana, { incident, text, internal: true })).success().answer;
      expectEqual([noted.by, noted.internal], ['handler', true], 'by and internal of a note');
      expectEqual((await repliesOf(hana, incident)).length, 3, 'how many answers there are');
    },
  },
  {
    id: 'answers/files',
    title: 'A file in an answer is open to whom the answer is',
    requirements: ['RPL-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [robin, hana] = [there.as('robin'), there.as(handler)];
      const { id: incident } = (await report(robin)).success().incident;
      const [open, kept] = [await upload(hana, 'for you'), await upload(hana, 'for us')];
      const told = { incident, text: 'See', attachments: [open.id] };
      const { answer } = (await reply(hana, told)).success();
      expectEqual(
        answer.attachments?.map(({ id }) => id),
        [open.id],
        'attachments of an answer',
      );
      const note = { incident, text: 'See', attachments: [kept.id], internal: true };
      (await reply(hana, note)).success();
      (await reply(hana, told)).refused('not-open-for-this');
      (await robin.ask('attachments.read', { attachment: open.id })).success();
      (await robin.ask('attachments.read', { attachment: kept.id })).refused('not-found');
      (await hana.ask('attachments.read', { attachment: kept.id })).success();
      for (const name of ['otis', 'mona', 'kim']) {
        const asked = await there.as(name).ask('attachments.read', { attachment: open.id });
        asked.refused('not-found');
      }
    },
  },
  {
    id: 'answers/receipt',
    title: 'The receipt verifies, and tells who said what in which report',
    requirements: ['RPL-5', 'RPL-6'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const robin = there.as('robin');
      const { id: incident } = (await report(robin)).success().incident;
      const text = 'Ünïcödé 漢字 🦉\nand <b>a line</b>';
      const { answer, receipt } = (await reply(robin, { incident, text })).success();
      const [found] = await repliesOf(there.as(handler), incident);
      expectEqual([answer.text, found?.text], [text, text], 'text');
      const { record, pinned, entry } = await verified(t, receipt, robin);
      expect(pinned, 'the key in the receipt is not the one in the discovery document');
      const { id, displayName } = (await robin.ask('me.read', {})).success();
      for (const [member, is] of Object.entries({
        person: { id, userName: 'robin', displayName },
        incident: { id: incident },
        answer: { id: answer.id },
        textHash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
        recordedAt: answer.recordedAt,
      })) {
        expectEqual(record[member], is, `${member} of the record in the receipt`);
      }
      expect(typeof record['tenant'] === 'string', 'the record does not name the tenant');
      expectEqual(entry.time, answer.recordedAt, 'the time of the entry in the log');
    },
  },
  {
    id: 'answers/listed',
    title: 'What was said is listed oldest first, notes to those who handle the report alone',
    requirements: ['RPL-7', 'RPL-8'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [robin, hana] = [there.as('robin'), there.as(handler)];
      const { id: incident } = (await report(robin)).success().incident;
      (await reply(hana, { incident, text: 'Asked' })).success();
      (await reply(hana, { incident, text: 'Noted', internal: true })).success();
      (await reply(robin, { incident, text: 'Answered' })).success();
      for (const [name, wanted] of [
        ['robin', ['Asked', 'Answered']],
        [handler, ['Asked', 'Noted', 'Answered']],
        ['otis', ['Asked', 'Noted', 'Answered']],
      ] as const) {
        const session = there.as(name);
        const found = (await repliesOf(session, incident)).map(({ text }) => text);
        expectEqual(found, wanted, `what ${name} is listed`);
        const { answers } = await incidentOf(session, incident);
        expectEqual(answers, wanted.length, `how many answers there are for ${name}`);
      }
      for (const name of ['mona', 'kim']) {
        (await there.as(name).ask('answers.list', { incident })).refused('not-found');
      }
    },
  },
  {
    id: 'answers/names',
    title: 'Who reported in confidence has no name in the answers either, and an auditor sees none',
    requirements: ['RPL-9'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [robin, hana, otis] = [there.as('robin'), there.as(handler), there.as('otis')];
      for (const confidential of [false, true]) {
        const draft = reporting({ confidential });
        const { id: incident } = (await report(robin, draft)).success().incident;
        (await reply(robin, { incident, text: 'Said' })).success();
        (await reply(hana, { incident, text: 'Asked' })).success();
        const names = async (session: typeof robin) =>
          (await repliesOf(session, incident)).map(({ author }) => author?.displayName);
        const [reporter, other] = await names(robin);
        expect(
          reporter !== undefined && other !== undefined,
          'who reported is not told who said what',
        );
        const seen = confidential ? undefined : reporter;
        expectEqual(await names(hana), [seen, other], 'names for who handles it');
        expectEqual(await names(otis), [undefined, undefined], 'names for the auditor');
      }
    },
  },
);
