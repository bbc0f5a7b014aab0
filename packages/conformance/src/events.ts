import { randomUUID } from 'node:crypto';
import { checks, expect, expectEqual } from './kit/check.js';
import { alert, complete, look, post, say } from './kit/talk.js';
import { dataOf, listenAnew, toldOf, toldUntil } from './kit/told.js';
import { channel, office } from './kit/world.js';

const team = () => office(channel('team', ['robin', 'kim']));

/** Seconds in which something has to come on a stream, and one more for the way. */
const longest = 16_000;

/** What is told as it happens. */
export const eventChecks = checks(
  {
    id: 'events/form',
    title: 'Every event has an id, a name and one line of JSON that fits it',
    requirements: ['LIVE-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const stream = await t.listen(there.as('kim'));
      const text = 'One line\nand another\r\nand a last one\u2028: data';
      const last = (await post(there.as('mona'), alert('team', { text }))).success();
      for (const ids = new Set<string>(); ;) {
        const told = await stream.next(5000);
        expect(told, 'a message that was posted was not told within 5 s');
        expect(told.id, `an event has no id: ${told.text}`);
        expect(told.name, `an event has no name: ${told.text}`);
        expect(!ids.has(told.id), `two events have the id ${told.id}`);
        ids.add(told.id);
        const data = dataOf(told) as { id?: string; text?: string };
        if (data.id !== last.id) continue;
        expectEqual(data.text, text, 'the text of the message that is told');
        return;
      }
    },
  },
  {
    id: 'events/reset',
    title: 'A stream that is not resumed begins with reset, and leaves nothing out from then on',
    requirements: ['LIVE-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const robin = there.as('robin');
      await say(robin, 'team');
      for (const lastEventId of [undefined, 'no-such-id', randomUUID()]) {
        const { stream } = await listenAnew(t, there.as('kim'), lastEventId);
        const said = await say(robin, 'team');
        const told = await toldUntil(stream, 'a message', ({ id }) => id === said.id);
        expectEqual(told[0]?.message, said, 'the first message that is told after reset');
      }
    },
  },
  {
    id: 'events/changes',
    title: 'Whatever becomes of a message is told, as the message is now',
    requirements: ['LIVE-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const { stream } = await listenAnew(t, there.as('kim'));
      const { id: message } = (await post(mona, alert('team'))).success();
      await toldUntil(stream, 'a message', ({ id }) => id === message);
      const change = { revision: randomUUID(), message, text: 'Said more clearly' };
      (await mona.ask('revisions.record', change)).success();
      await toldUntil(stream, 'a change', (one) => one.text === change.text);
      const reply = await say(robin, 'team', { thread: message });
      const came = new Set<string>();
      await toldUntil(stream, 'a reply, or that there is one,', ({ id, replies }) => {
        if (id === reply.id) came.add('the reply');
        if (id === message && replies === 1) came.add('what it replies to');
        return came.size === 2;
      });
      (await complete(robin, await look(robin, message))).success();
      await toldUntil(stream, 'that it is done', ({ done }) => done?.count === 1);
      const withdrawal = { revision: randomUUID(), message, withdraw: true as const };
      (await mona.ask('revisions.record', withdrawal)).success();
      const told = await toldUntil(stream, 'a withdrawal', (one) => one.withdrawnAt !== undefined);
      expectEqual(told.at(-1)?.message.text, '', 'the text of what was withdrawn');
    },
  },
  {
    id: 'events/channels',
    title: 'It is told that the channels of somebody may have changed',
    requirements: ['LIVE-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const { stream } = await listenAnew(t, there.as('sasha'));
      await there.change(office(channel('team', ['robin', 'kim', 'sasha'])));
      await toldOf(stream, 'channels', 'that somebody entered the audience of a channel');
    },
  },
  {
    id: 'events/resumed',
    title: 'What came and changed after an event is told when the stream is resumed from it',
    requirements: ['LIVE-3'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, kim] = [there.as('robin'), there.as('kim')];
      const { stream } = await listenAnew(t, kim);
      const first = await say(robin, 'team');
      const told = await toldUntil(stream, 'a message', ({ id }) => id === first.id);
      await stream.close();
      const others = [await say(robin, 'team'), await say(kim, 'team')];
      const change = async (message: string, text: string) =>
        (await robin.ask('revisions.record', { revision: randomUUID(), message, text })).success();
      await change(first.id, 'Said more clearly');
      const last = await say(robin, 'team');
      for (const text of ['Second', 'Third']) await change(last.id, text);
      const wanted = [...others.map(({ id }) => id), first.id, last.id];
      for (let times = 0; times < 2; times++) {
        const again = await t.listen(kim, told.at(-1)?.id);
        const rest = await toldUntil(again, 'the last change', ({ text }) => text === 'Third');
        const ids = rest.map(({ message }) => message.id);
        expectEqual([...new Set(ids)], wanted, 'the messages that are told after the event');
        const changed = rest.find(({ message }) => message.id === first.id);
        expectEqual(changed?.message.text, 'Said more clearly', 'the text of what changed');
      }
    },
  },
  {
    id: 'events/for-whom',
    title: 'A message is told to those whom it is open to, resumed or not, and to nobody else',
    requirements: ['LIVE-4', 'ACC-4'],
    writes: true,
    async run(t) {
      const room = channel('room', ['kim'], { announcers: ['kim'] });
      const desk = channel('desk', ['sasha'], { announcers: ['robin'] });
      const there = await t.namespace(office(channel('team', ['robin', 'kim']), room, desk));
      const listeners = ['robin', 'kim', 'sasha', 'otis'];
      const streams = await Promise.all(listeners.map((one) => listenAnew(t, there.as(one))));
      const [robins] = streams;
      const secret = (await say(there.as('kim'), 'room')).id;
      const open = (await say(there.as('kim'), 'team')).id;
      const last = (await say(there.as('robin'), 'desk')).id;
      const wanted = [[open, last], [secret, open], [last], [secret, open, last]];
      for (const [at, ids] of wanted.entries()) {
        const { stream, id: lastEventId } = streams[at] as (typeof streams)[number];
        const again = await t.listen(there.as(listeners[at] ?? ''), lastEventId);
        for (const each of [stream, again]) {
          const told = await toldUntil(each, 'a message', ({ id }) => id === ids.at(-1));
          const found = told.map(({ message }) => message.id);
          expectEqual([...new Set(found)], ids, `what ${listeners[at]} is told`);
        }
      }
      await there.change(office(channel('team', ['kim']), room, desk));
      await say(there.as('kim'), 'team');
      const { id: after } = await say(there.as('robin'), 'desk');
      expect(robins, 'nobody listens');
      const told = await toldUntil(robins.stream, 'a message', ({ id }) => id === after);
      expectEqual(
        told.map(({ message }) => message.id),
        [after],
        'what somebody is told who has left the other channel',
      );
    },
  },
  {
    id: 'events/done-by',
    title: 'When somebody did what an alert asks is told to nobody else',
    requirements: ['LIVE-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const robin = there.as('robin');
      const streams = await Promise.all(
        ['robin', 'kim', 'mona'].map((one) => listenAnew(t, there.as(one))),
      );
      const asked = (await post(there.as('mona'), alert('team'))).success();
      const { recordedAt } = (await complete(robin, asked)).success();
      for (const [at, { stream }] of streams.entries()) {
        const told = await toldUntil(stream, 'that it is done', ({ done }) => done?.count === 1);
        const { doneAt } = told.at(-1)?.message ?? {};
        const own = at === 0 && doneAt === recordedAt;
        expect(doneAt === undefined || own, `doneAt is ${doneAt} for the listener ${at + 1} of 3`);
      }
    },
  },
  {
    id: 'events/still-there',
    title: 'Something comes at least every 15 seconds, also where nothing happens',
    requirements: ['LIVE-5'],
    writes: true,
    waits: true,
    async run(t) {
      const there = await t.namespace(team());
      const { stream } = await listenAnew(t, there.as('robin'));
      expect(await stream.stirs(longest), `nothing came for ${longest / 1000} s`);
      expect(!stream.ended, 'the stream ended, and somebody listened who may');
    },
  },
  {
    id: 'events/at-once',
    title: 'A message is told within a second of the answer to its author',
    requirements: ['LIVE-6'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const { stream } = await listenAnew(t, there.as('kim'));
      const waits: number[] = [];
      for (let times = 0; times < 3; times++) {
        const said = await say(there.as('robin'), 'team');
        const from = performance.now();
        await toldUntil(stream, 'a message', ({ id }) => id === said.id);
        waits.push(Math.round(performance.now() - from));
      }
      // The middle one, so that it is not the kit's own machine that is measured.
      const [, middle = 0] = [...waits].sort((a, b) => a - b);
      expect(middle <= 1000, `three messages were told ${waits.join(', ')} ms after their answers`);
    },
  },
  {
    id: 'events/left',
    title: 'The stream of a person who is no longer active ends, and does not open again',
    requirements: ['LIVE-7', 'ACC-6'],
    writes: true,
    waits: true,
    async run(t) {
      const there = await t.namespace(team());
      const { stream } = await listenAnew(t, there.as('kim'));
      const { content } = there;
      const people = content.people.map((one) => ({ ...one, active: one.userName !== 'kim' }));
      await there.change({ ...content, people });
      const said = await say(there.as('robin'), 'team');
      const until = performance.now() + longest;
      while (!stream.ended && performance.now() < until) {
        const told = await stream.next(until - performance.now());
        expect(!told?.text.includes(said.id), 'who is no longer active is told of a message');
      }
      expect(stream.ended, `the stream is open ${longest / 1000} s after the person has left`);
      (await there.as('kim').ask('events.stream', {})).refused('unknown-person');
    },
  },
);
