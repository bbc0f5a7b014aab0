import { randomUUID } from 'node:crypto';
import type { StepDraft } from '@heed/contract';
import { verified } from './kit/acts.js';
import { ask, bureau, idOf, step, taskOf } from './kit/asked.js';
import { checks, expect, expectEqual } from './kit/check.js';
import { hashOf } from './kit/world.js';

/** What happens with tasks. */
export const stepChecks = checks(
  {
    id: 'steps/once',
    title: 'The same id is one step, and answers with it and its receipt for ever',
    requirements: ['STP-1', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim'));
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const { id: task } = (await ask(mona, { audience: 'team' })).success();
      const draft = { task, kind: 'declined', text: 'It was stolen' } as const;
      const id = randomUUID();
      const answers = await Promise.all([1, 2, 3].map(() => step(robin, draft, id)));
      const [first, ...others] = answers.map((answer) => answer.success());
      for (const each of others) expectEqual(each, first, 'one of three answers at once');
      (await step(robin, { task, kind: 'done' }, id)).refused('message-reused');
      (await step(there.as('kim'), draft, id)).refused('not-found');
      (await step(mona, { task, kind: 'closed' })).success();
      const again = (await step(robin, draft, id)).success();
      expectEqual([again.step, again.receipt], [first?.step, first?.receipt], 'the answer later');
      expectEqual(again.task.state, 'closed', 'the state of the task as it is now');
      expectEqual((await robin.all('steps.list', { task })).length, 2, 'how many steps there are');
    },
  },
  {
    id: 'steps/outcome',
    title: 'How it ended is said by each for themselves, and the last word counts',
    requirements: ['STP-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim'));
      const [robin, kim, mona] = [there.as('robin'), there.as('kim'), there.as('mona')];
      const { id: task } = (await ask(mona, { audience: 'team' })).success();
      const text = 'Not yet';
      const made = (await step(robin, { task, kind: 'declined', text })).success();
      expectEqual(
        [made.step.person?.id, made.task.mine?.state],
        [await idOf(robin), 'declined'],
        'the step',
      );
      (await step(robin, { task, kind: 'done' })).success();
      expectEqual((await taskOf(robin, task)).mine?.state, 'done', 'the state after another word');
      expectEqual((await taskOf(kim, task)).mine?.state, 'open', 'the state of somebody else');
      expectEqual((await taskOf(mona, task)).progress, { done: 1, declined: 0, of: 2 }, 'progress');
      (await step(mona, { task, kind: 'done' })).refused('task-not-open');
    },
  },
  {
    id: 'steps/manager',
    title: 'Only who may manage the task says something to everybody, or about others',
    requirements: ['STP-3', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim'));
      const [robin, kim] = [there.as('robin'), there.as('kim')];
      const [own, other] = [await idOf(robin), await idOf(kim)];
      const { id: task } = (await ask(kim, { audience: 'team' })).success();
      const text = 'Said';
      (await step(robin, { task, kind: 'comment', person: own, text })).success();
      const managing: StepDraft[] = [
        { task, kind: 'comment', text },
        { task, kind: 'comment', person: other, text },
        { task, kind: 'reopened', person: own, text },
        { task, kind: 'rescheduled' },
        { task, kind: 'closed' },
      ];
      for (const name of ['robin', 'otis']) {
        for (const draft of managing) (await step(there.as(name), draft)).refused('forbidden');
      }
      const person = await idOf(there.as('sasha'));
      (await step(kim, { task, kind: 'comment', person, text })).refused('not-found');
      (await step(there.as('sasha'), { task, kind: 'done' })).refused('not-found');
      (await step(kim, { task, kind: 'comment', person: own, text })).success();
      (await step(there.as('mona'), { task, kind: 'comment', text })).success();
      expectEqual((await kim.all('steps.list', { task })).length, 3, 'how many steps there are');
    },
  },
  {
    id: 'steps/reopened',
    title: 'A part that is reopened is asked of the person once more',
    requirements: ['STP-4', 'TSK-3'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim'));
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const person = await idOf(robin);
      const { id: task } = (await ask(mona, { audience: 'team' })).success();
      const draft = { task, kind: 'reopened', person, text: 'It is still there' } as const;
      (await step(mona, draft)).refused('task-not-open');
      (await step(robin, { task, kind: 'done' })).success();
      (await step(mona, draft)).success();
      const [found] = await robin.all('tasks.list', {});
      expectEqual([found?.mine?.state, found?.mine?.text], ['open', draft.text], 'mine');
      (await step(mona, draft)).refused('task-not-open');
    },
  },
  {
    id: 'steps/closed',
    title: 'Another due date holds for everybody, and after the end nothing is taken any more',
    requirements: ['STP-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim'));
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const { id: task } = (await ask(mona, { audience: 'team' })).success();
      const dueAt = '2099-02-01T12:00:00.000Z';
      (await step(mona, { task, kind: 'rescheduled', dueAt })).success();
      expectEqual((await taskOf(robin, task)).dueAt, dueAt, 'dueAt');
      (await step(mona, { task, kind: 'rescheduled' })).success();
      expectEqual((await taskOf(robin, task)).dueAt, undefined, 'dueAt when there is time');
      const made = (await step(mona, { task, kind: 'closed' })).success();
      const found = await taskOf(robin, task);
      const wanted = ['closed', made.step.recordedAt];
      expectEqual([found.state, found.closedAt], wanted, 'state and closedAt');
      (await step(robin, { task, kind: 'done' })).refused('task-not-open');
      (await step(mona, { task, kind: 'comment', text: 'Late' })).refused('task-not-open');
      (await step(mona, { task, kind: 'closed' })).refused('task-not-open');
    },
  },
  {
    id: 'steps/misfit',
    title: 'Every step has what belongs to it, and nothing else',
    requirements: ['STP-6', 'INP-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin'));
      const mona = there.as('mona');
      const person = await idOf(there.as('robin'));
      const { id: task } = (await ask(mona, { audience: 'team' })).success();
      const dueAt = '2099-02-01T12:00:00.000Z';
      const misfits: Omit<StepDraft, 'task'>[] = [
        { kind: 'declined' },
        { kind: 'comment' },
        { kind: 'reopened', person },
        { kind: 'reopened', text: 'Why' },
        { kind: 'done', person },
        { kind: 'closed', dueAt },
      ];
      for (const draft of misfits) (await step(mona, { task, ...draft })).refused('invalid');
    },
  },
  {
    id: 'steps/receipt',
    title: 'The receipt verifies, and tells who did what with which task',
    requirements: ['STP-7', 'STP-8'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin'));
      const robin = there.as('robin');
      const more = { audience: 'team', text: 'By Friday', dueAt: '2099-02-01T12:00:00.000Z' };
      const asked = (await ask(there.as('mona'), more)).success();
      const said = 'Ünïcödé 漢字 🦉\nand <b>a line</b>';
      const draft = { task: asked.id, kind: 'declined', text: said } as const;
      const { step: made, receipt } = (await step(robin, draft)).success();
      expectEqual(made.text, said, 'the text of the step');
      const { record, pinned, entry } = await verified(t, receipt, robin);
      expect(pinned, 'the key in the receipt is not the one in the discovery document');
      const { id, displayName } = (await robin.ask('me.read', {})).success();
      const { title, text, dueAt } = asked;
      for (const [member, wanted] of Object.entries({
        person: { id, userName: 'robin', displayName },
        task: { id: asked.id },
        step: { id: made.id, kind: 'declined', person: id, text: said },
        textHash: hashOf({ title, text, dueAt }),
        recordedAt: made.recordedAt,
      })) {
        expectEqual(record[member], wanted, `${member} of the record in the receipt`);
      }
      expect(typeof record['tenant'] === 'string', 'the record does not name the tenant');
      expectEqual(entry.time, made.recordedAt, 'the time of the entry in the log');
    },
  },
  {
    id: 'steps/listed',
    title: 'What is said about a part is told to that person and to who manages the task',
    requirements: ['STP-9', 'STP-10'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim'));
      const [robin, kim, mona] = [there.as('robin'), there.as('kim'), there.as('mona')];
      const [own, other] = [await idOf(robin), await idOf(kim)];
      const { id: task } = (await ask(mona, { audience: 'team' })).success();
      (await step(robin, { task, kind: 'comment', person: own, text: 'Mine' })).success();
      (await step(mona, { task, kind: 'comment', text: 'To all' })).success();
      (await step(mona, { task, kind: 'comment', person: other, text: 'Yours' })).success();
      const all = ['Mine', 'To all', 'Yours'];
      for (const [name, person, wanted] of [
        ['robin', undefined, all.slice(0, 2)],
        ['kim', undefined, all.slice(1)],
        ['kim', own, all.slice(1, 2)],
        ['mona', undefined, all],
        ['otis', undefined, all],
        ['mona', own, all.slice(0, 2)],
      ] as const) {
        const found = await there.as(name).all('steps.list', { task, ...(person && { person }) });
        const told = found.map(({ text }) => text);
        expectEqual(told, wanted, `what is told to ${name}${person ? ' of one part' : ''}`);
      }
      expectEqual((await taskOf(kim, task)).comments, 2, 'comments');
      (await there.as('sasha').ask('steps.list', { task })).refused('not-found');
    },
  },
);
