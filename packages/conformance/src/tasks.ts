import { randomUUID } from 'node:crypto';
import { ask, asking, bureau, idOf, step, taskOf } from './kit/asked.js';
import { checks, expect, expectEqual } from './kit/check.js';
import { strayMarkup } from './kit/markup.js';

/** What people are asked to do. */
export const taskChecks = checks(
  {
    id: 'tasks/asked',
    title:
      'Whoever is asked, by name or by the audience, has the task once, and nobody else has it',
    requirements: ['TSK-1', 'TSK-5', 'TSK-6', 'ACC-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim'));
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const person = await idOf(robin);
      const made = (await ask(mona, { audience: 'team', people: [person, person] })).success();
      expectEqual(made.progress, { done: 0, declined: 0, of: 2 }, 'progress');
      const [found, ...others] = await robin.all('tasks.list', {});
      expectEqual([found?.id, others.length], [made.id, 0], 'what is asked of somebody');
      expectEqual([found?.mine?.person.id, found?.mine?.state], [person, 'open'], 'mine');
      expectEqual(found?.progress, undefined, 'progress, told to somebody who is asked,');
      expectEqual(await taskOf(robin, made.id), found, 'the same, read');
      for (const name of ['sasha', 'otis']) {
        expectEqual(await there.as(name).all('tasks.list', {}), [], `what is asked of ${name}`);
      }
      expectEqual((await taskOf(there.as('otis'), made.id)).progress?.of, 2, 'for the auditor, of');
      (await there.as('sasha').ask('tasks.read', { task: made.id })).refused('not-found');
    },
  },
  {
    id: 'tasks/of',
    title: 'What somebody asks is theirs to manage, and the roles see everything',
    requirements: ['TSK-2', 'TSK-7'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim'));
      const [kim, mona, otis] = [there.as('kim'), there.as('mona'), there.as('otis')];
      const { id: hers } = (await ask(kim, { audience: 'team' })).success();
      const { id: monas } = (await ask(mona, { people: [await idOf(mona)] })).success();
      for (const [session, of, wanted] of [
        [kim, 'by-me', [hers]],
        [mona, 'by-me', [monas]],
        [mona, 'all', [monas, hers]],
        [otis, 'all', [monas, hers]],
      ] as const) {
        const found = (await session.all('tasks.list', { of })).map(({ id }) => id);
        expectEqual(found, wanted, `what is listed of ${of}`);
      }
      (await there.as('robin').ask('tasks.list', { of: 'all' })).refused('forbidden');
      for (const [name, wanted] of [
        ['kim', true],
        ['mona', true],
        ['otis', false],
        ['robin', false],
      ] as const) {
        expectEqual((await taskOf(there.as(name), hers)).mayManage, wanted, `mayManage of ${name}`);
      }
    },
  },
  {
    id: 'tasks/order',
    title: 'What is open is listed by due date, and what has ended apart from it',
    requirements: ['TSK-3', 'TSK-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin'));
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const ids: string[] = [];
      for (const day of [undefined, 2, 1, 2, undefined]) {
        const due = day === undefined ? {} : { dueAt: `2099-01-0${day}T12:00:00.000Z` };
        ids.push((await ask(mona, { audience: 'team', ...due })).success().id);
      }
      const named = (found: readonly { id: string }[]) => found.map(({ id }) => ids.indexOf(id));
      expectEqual(named(await robin.all('tasks.list', {})), [2, 3, 1, 4, 0], 'the order');
      (await step(robin, { task: ids[1] ?? '', kind: 'done' })).success();
      (await step(mona, { task: ids[3] ?? '', kind: 'closed' })).success();
      expectEqual(named(await robin.all('tasks.list', {})), [2, 4, 0], 'what is open');
      const ended = await robin.all('tasks.list', { state: 'ended' });
      expectEqual(named(ended), [3, 1], 'what has ended');
      const hers = await mona.all('tasks.list', { of: 'by-me', state: 'ended' });
      expectEqual(named(hers), [3], 'what has ended of what somebody asked');
    },
  },
  {
    id: 'tasks/once',
    title: 'The same id asks once, and says of no other task that it is there',
    requirements: ['TSK-8', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim'));
      const [kim, mona] = [there.as('kim'), there.as('mona')];
      const draft = { task: randomUUID(), ...asking({ audience: 'team', text: 'By Friday' }) };
      const turned = Object.fromEntries(Object.entries(draft).reverse()) as typeof draft;
      const answers = await Promise.all(
        [draft, turned, draft].map((each) => kim.ask('tasks.record', each)),
      );
      const [first, ...others] = answers.map((answer) => answer.success());
      for (const each of others) expectEqual(each, first, 'one of three answers at once');
      const other = { ...draft, title: 'Something else' };
      (await kim.ask('tasks.record', other)).refused('message-reused');
      (await mona.ask('tasks.record', draft)).refused('not-found');
      expectEqual(await kim.all('tasks.list', { of: 'by-me' }), [first], 'what was asked');
    },
  },
  {
    id: 'tasks/who',
    title: 'Who announces asks their own audience, and who runs the ISMS asks anybody',
    requirements: ['TSK-9', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim'));
      const [robin, kim, mona] = [there.as('robin'), there.as('kim'), there.as('mona')];
      const [own, other] = [await idOf(robin), await idOf(there.as('sasha'))];
      (await ask(kim, { audience: 'team' })).success();
      (await ask(kim, { people: [own] })).success();
      (await ask(mona, { people: [other], audience: 'team' })).success();
      (await ask(kim, { people: [own, other] })).refused('forbidden');
      (await ask(kim, { audience: 'no-such-audience' })).refused('forbidden');
      (await ask(robin, { audience: 'team' })).refused('forbidden');
      (await ask(there.as('otis'), { audience: 'team' })).refused('forbidden');
      expectEqual((await mona.all('tasks.list', { of: 'all' })).length, 3, 'how many were asked');
    },
  },
  {
    id: 'tasks/misfit',
    title: 'A task asks somebody, and nobody who is not there',
    requirements: ['TSK-10', 'INP-1'],
    writes: true,
    async run(t) {
      const mona = (await t.namespace(bureau('robin'))).as('mona');
      for (const more of [{}, { people: ['nobody'] }, { audience: 'no-such-audience' }]) {
        (await ask(mona, more)).refused('invalid');
      }
    },
  },
  {
    id: 'tasks/logged',
    title: 'Every task and every step is an entry of the log, once',
    requirements: ['TSK-11', 'STP-7', 'LOG-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin'));
      const entries = async () => (await there.as('otis').all('log.entries', {})).length;
      const mona = there.as('mona');
      const before = await entries();
      const draft = { task: randomUUID(), ...asking({ audience: 'team' }) };
      for (let times = 0; times < 2; times++) (await mona.ask('tasks.record', draft)).success();
      expectEqual((await entries()) - before, 1, 'entries of a task that was asked');
      const done = { step: randomUUID(), task: draft.task, kind: 'done' } as const;
      for (let times = 0; times < 2; times++) {
        (await there.as('robin').ask('steps.record', done)).success();
      }
      expectEqual((await entries()) - before, 2, 'entries of a task and of a step');
    },
  },
  {
    id: 'tasks/text',
    title: 'What is asked comes back as it was sent, and no markup of it is let through',
    requirements: ['TSK-12', 'INP-6'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin'));
      const title = 'Ünïcödé 漢字 🦉\u2028 <b>';
      const text = `${title}\n<script>alert(1)</script> [here](javascript:alert(1)) <img src=x>`;
      const { id } = (await ask(there.as('mona'), { title, text, audience: 'team' })).success();
      const found = await taskOf(there.as('robin'), id);
      expectEqual([found.title, found.text], [title, text], 'title and text');
      expectEqual(strayMarkup(found.html), [], 'what html holds that it may not');
      expect(found.html.includes('漢字'), 'html does not hold the words of the text');
    },
  },
  {
    id: 'tasks/movers',
    title: 'Who comes gets what is open, and who leaves has nothing left',
    requirements: ['TSK-1', 'TSK-5', 'TSK-6', 'PRT-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim'));
      const [robin, sasha, mona] = [there.as('robin'), there.as('sasha'), there.as('mona')];
      const { id: task } = (await ask(mona, { audience: 'team' })).success();
      const { id: closed } = (await ask(mona, { audience: 'team' })).success();
      (await step(mona, { task: closed, kind: 'closed' })).success();
      (await step(robin, { task, kind: 'done' })).success();
      await there.change(bureau('kim', 'sasha'));
      const open = (await sasha.all('tasks.list', {})).map(({ id }) => id);
      expectEqual(open, [task], 'what is asked of who has come');
      const ended = await sasha.all('tasks.list', { state: 'ended' });
      expectEqual(ended, [], 'what had ended before they came');
      expectEqual(await robin.all('tasks.list', { state: 'ended' }), [], 'what is left of it');
      (await robin.ask('tasks.read', { task })).refused('not-found');
      const { progress } = await taskOf(mona, task);
      expectEqual(progress, { done: 0, declined: 0, of: 2 }, 'progress');
      const parts = (await mona.all('parts.list', { task })).map((one) => one.person.displayName);
      expectEqual(parts.sort(), ['Kim Example', 'Sasha Example'], 'who is asked now');
    },
  },
);
