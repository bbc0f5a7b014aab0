import { ask, bureau, step } from './kit/asked.js';
import { checks, expectEqual } from './kit/check.js';

/** How tasks stand with everybody. */
export const partChecks = checks(
  {
    id: 'parts/listed',
    title: 'Everybody who is asked is listed once, with what their last word made of it',
    requirements: ['PRT-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim', 'sasha'));
      const mona = there.as('mona');
      const { id: task } = (await ask(mona, { audience: 'team' })).success();
      const text = 'It was stolen';
      (await step(there.as('robin'), { task, kind: 'done' })).success();
      (await step(there.as('kim'), { task, kind: 'done' })).success();
      const { step: last } = (
        await step(there.as('kim'), { task, kind: 'declined', text })
      ).success();
      const told = async (state?: 'open' | 'done' | 'declined') =>
        (await mona.all('parts.list', { task, ...(state && { state }) }))
          .map((part) => `${part.person.displayName} ${part.state}`)
          .sort();
      const wanted = ['Kim Example declined', 'Robin Example done', 'Sasha Example open'];
      expectEqual(await told(), wanted, 'who is listed');
      expectEqual(await told('declined'), wanted.slice(0, 1), 'who is listed as declined');
      expectEqual(await told('open'), wanted.slice(2), 'who is listed as open');
      const [kim] = await mona.all('parts.list', { task, state: 'declined' });
      expectEqual([kim?.at, kim?.text], [last.recordedAt, text], 'when, and what was said');
    },
  },
  {
    id: 'parts/open',
    title: 'How it stands with everybody is told to who asked and to the roles',
    requirements: ['PRT-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(bureau('robin', 'kim'));
      const { id: task } = (await ask(there.as('kim'), { audience: 'team' })).success();
      for (const name of ['kim', 'mona', 'otis']) {
        const found = await there.as(name).all('parts.list', { task });
        expectEqual(found.length, 2, `how many are listed to ${name}`);
      }
      (await there.as('robin').ask('parts.list', { task })).refused('forbidden');
      (await there.as('sasha').ask('parts.list', { task })).refused('not-found');
    },
  },
);
