import { ask, bureau, idOf, step } from './kit/asked.js';
import { checks, expectEqual } from './kit/check.js';
import { dataOf, listenAnew, toldOf } from './kit/told.js';

/** What is told of tasks as it happens. */
export const taskEventChecks = checks(
  {
    id: 'events/tasks',
    title:
      'A task and what happens with it is told to those whom it is open to, and to nobody else',
    requirements: ['LIVE-8', 'TSK-5', 'ACC-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim'));
      const mona = there.as('mona');
      const names = ['robin', 'kim', 'sasha', 'otis'];
      const streams = await Promise.all(names.map((name) => listenAnew(t, there.as(name))));
      const { id: task } = (await ask(mona, { audience: 'team' })).success();
      const person = await idOf(there.as('robin'));
      for (const at of [0, 1, 3]) await toldOf(streams[at]!.stream, 'task', 'a task');
      (await step(mona, { task, kind: 'comment', person, text: 'Yours?' })).success();
      for (const at of [0, 3]) await toldOf(streams[at]!.stream, 'task', 'a comment');
      const people = await Promise.all(names.map((name) => idOf(there.as(name))));
      const { id: last } = (await ask(mona, { people })).success();
      for (const [at, name] of names.entries()) {
        const { data } = await toldOf(streams[at]!.stream, 'task', 'another task');
        expectEqual(JSON.parse(data[0] ?? ''), { id: last }, `what ${name} is told next`);
      }
      const again = await t.listen(there.as('kim'), streams[1]!.id);
      const ids = [await toldOf(again, 'task', 'a task'), await toldOf(again, 'task', 'another')];
      expectEqual(ids.map(dataOf), [{ id: task }, { id: last }], 'what is told when resumed');
    },
  },
  {
    id: 'events/tasks-open',
    title: 'It is told that the tasks of somebody may have changed',
    requirements: ['LIVE-2', 'LIVE-8', 'TSK-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin'));
      (await ask(there.as('mona'), { audience: 'team' })).success();
      const { stream } = await listenAnew(t, there.as('sasha'));
      await there.change(bureau('robin', 'sasha'));
      await toldOf(stream, 'tasks', 'that somebody entered the audience of a task');
    },
  },
);
