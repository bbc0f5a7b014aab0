import { randomUUID } from 'node:crypto';
import { checks, expectEqual } from './kit/check.js';
import type { Session } from './kit/session.js';
import { alert, complete, look, post, say } from './kit/talk.js';
import { channel, office } from './kit/world.js';

const team = () =>
  office(
    channel('team', ['robin', 'kim']),
    channel('room', ['kim'], { announcers: ['kim'] }),
    channel('later', ['robin', 'kim'], { history: 'entered' }),
  );

const asks = async (session: Session, dueAt?: string, of = 'team') => {
  const action = { text: 'Lock the door.', ...(dueAt !== undefined && { dueAt }) };
  return (await post(session, alert(of, { action }))).success();
};

const idsFor = async (session: Session) =>
  (await session.all('alerts.list', {})).map(({ id }) => id);

/** What alerts still ask of somebody. */
export const alertChecks = checks(
  {
    id: 'alerts/asked',
    title: 'Alerts are listed until they are done or withdrawn, of every channel, to whom they ask',
    requirements: ['ALR-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, kim, mona] = [there.as('robin'), there.as('kim'), there.as('mona')];
      await say(mona, 'team', { kind: 'broadcast' });
      const first = await asks(mona);
      const second = await asks(mona, undefined, 'later');
      const room = await asks(kim, undefined, 'room');
      const wanted = [second.id, first.id];
      expectEqual(await idsFor(robin), wanted, 'what is asked of one of two channels');
      expectEqual(await idsFor(kim), [room.id, ...wanted], 'what is asked of one of three');
      for (const name of ['mona', 'otis', 'sasha']) {
        expectEqual(await idsFor(there.as(name)), [], `what is asked of ${name}`);
      }
      const [told] = await robin.all('alerts.list', {});
      expectEqual(told, await look(robin, second.id), 'an alert in the list');
      (await complete(robin, first)).success();
      expectEqual(await idsFor(robin), [second.id], 'what is asked after one is done');
      expectEqual(await idsFor(kim), [room.id, ...wanted], 'the same for somebody else');
      const withdrawal = { revision: randomUUID(), message: second.id, withdraw: true as const };
      (await mona.ask('revisions.record', withdrawal)).success();
      expectEqual(await idsFor(robin), [], 'what is asked after the other is withdrawn');
      expectEqual(await idsFor(kim), [room.id, first.id], 'the same for somebody else');
    },
  },
  {
    id: 'alerts/over',
    title: 'What was over when somebody came, or is not open to them, is not asked of them',
    requirements: ['ALR-1'],
    writes: true,
    async run(t) {
      const before = office(
        channel('team', ['kim']),
        channel('later', ['kim'], { history: 'entered' }),
      );
      const there = await t.namespace(before);
      const [robin, kim, mona] = [there.as('robin'), there.as('kim'), there.as('mona')];
      const over = await asks(mona);
      const past = await asks(mona, '2020-01-31T12:00:00.000Z');
      const runs = await asks(mona, '2099-01-31T12:00:00.000Z');
      const closed = await asks(mona, '2099-01-30T12:00:00.000Z', 'later');
      await there.change(team());
      expectEqual(await idsFor(robin), [runs.id], 'what is asked of who came later');
      expectEqual(
        (await idsFor(kim)).sort(),
        [past.id, closed.id, runs.id, over.id].sort(),
        'what is asked of who was there',
      );
      const fresh = await asks(mona);
      expectEqual(await idsFor(robin), [runs.id, fresh.id], 'the same with one that came since');
    },
  },
  {
    id: 'alerts/order',
    title: 'What is due first is listed first, what is never due last',
    requirements: ['ALR-2', 'LST-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const due = (day: number) => `2099-01-0${day}T12:00:00.000Z`;
      const wanted: Record<string, string> = {};
      for (const [name, dueAt, of] of [
        ['open', undefined, 'team'],
        ['third', due(3), 'later'],
        ['first', due(1), 'team'],
        ['second, said before', due(2), 'later'],
        ['second', due(2), 'team'],
        ['open, said later', undefined, 'later'],
      ] as const) {
        wanted[name] = (await asks(mona, dueAt, of)).id;
      }
      const order = ['first', 'second', 'second, said before', 'third', 'open, said later', 'open'];
      expectEqual(
        await idsFor(robin),
        order.map((name) => wanted[name]),
        'the order',
      );
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = (
          await robin.ask('alerts.list', { limit: 2, ...(cursor !== undefined && { cursor }) })
        ).success();
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== undefined && paged.length < 20);
      expectEqual(
        paged,
        order.map((name) => wanted[name]),
        'the order, page by page',
      );
    },
  },
);
