import { randomUUID } from 'node:crypto';
import { checks, expectEqual } from './kit/check.js';
import type { Session } from './kit/session.js';
import { say } from './kit/talk.js';
import { channel, office } from './kit/world.js';

const team = () => office(channel('team', ['robin', 'kim', 'mona']), channel('other', ['robin']));

const state = async (session: Session) => {
  const found = (await session.ask('channels.read', { channel: 'team' })).success();
  return { position: found.position, unread: found.unread };
};

const move = async (session: Session, message: string) =>
  (await session.ask('positions.record', { channel: 'team', message })).success();

/** Up to where a channel was on the screen. */
export const positionChecks = checks(
  {
    id: 'positions/forward',
    title: 'A position moves forward and never back, and what came after it is unread',
    requirements: ['POS-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [kim, robin] = [there.as('kim'), there.as('robin')];
      const ids: string[] = [];
      for (let count = 0; count < 3; count++) ids.push((await say(kim, 'team')).id);
      const [one, two, three] = ids as [string, string, string];
      expectEqual(await state(robin), { unread: 3 }, 'position and unread before the first');
      for (const [message, holds, unread] of [
        [two, two, 1],
        [one, two, 1],
        [two, two, 1],
        [three, three, 0],
        [one, three, 0],
      ] as const) {
        const wanted = { channel: 'team', message: holds, unread };
        expectEqual(await move(robin, message), wanted, 'the position that holds');
        expectEqual(await state(robin), { position: holds, unread }, 'that of the channel');
      }
    },
  },
  {
    id: 'positions/own',
    title: 'Everybody has a position of their own, and an unread count without what they said',
    requirements: ['POS-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [kim, robin, mona] = [there.as('kim'), there.as('robin'), there.as('mona')];
      const first = await say(kim, 'team');
      const second = await say(robin, 'team');
      await say(mona, 'team', { thread: first.id });
      const all = async () => await Promise.all([kim, robin, mona].map(state));
      const before = [{ unread: 1 }, { unread: 1 }, { unread: 2 }];
      expectEqual(await all(), before, 'position and unread of three people');
      await move(robin, second.id);
      const moved = { position: second.id, unread: 0 };
      expectEqual(await all(), [before[0], moved, before[2]], 'the same after one has moved');
      const withdrawn = { revision: randomUUID(), message: first.id, withdraw: true as const };
      (await kim.ask('revisions.record', withdrawn)).success();
      expectEqual((await state(mona)).unread, 1, 'unread when one of two was withdrawn');
    },
  },
  {
    id: 'positions/misplaced',
    title: 'A position is at a message of the channel that is no reply and open to the caller',
    requirements: ['POS-3', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const robin = there.as('robin');
      const first = await say(there.as('kim'), 'team');
      const reply = await say(robin, 'team', { thread: first.id });
      const elsewhere = await say(robin, 'other');
      await move(robin, first.id);
      const before = await state(robin);
      for (const message of [reply.id, elsewhere.id, randomUUID()]) {
        (await robin.ask('positions.record', { channel: 'team', message })).refused('not-found');
      }
      const hidden = { channel: 'other', message: elsewhere.id };
      (await there.as('kim').ask('positions.record', hidden)).refused('not-found');
      expectEqual(await state(robin), before, 'position and unread after refusals');
    },
  },
);
