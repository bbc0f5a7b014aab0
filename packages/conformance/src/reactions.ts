import { randomUUID } from 'node:crypto';
import type { Message, ReactionsDraft } from '@heed/contract';
import type { Answer } from './kit/answer.js';
import { checks, expect, expectEqual } from './kit/check.js';
import type { Session } from './kit/session.js';
import { look, say } from './kit/talk.js';
import { listenAnew, toldUntil } from './kit/told.js';
import { channel, office } from './kit/world.js';

const team = () =>
  office(channel('team', ['robin', 'kim']), channel('room', ['kim'], { announcers: ['kim'] }));

type Reactions = ReactionsDraft['reactions'];

const react = (session: Session, message: string, ...reactions: Reactions) =>
  session.try('reactions.record', { message, reactions }) as Promise<Answer<Message>>;

/** What people say of messages with one press. */
export const reactionChecks = checks(
  {
    id: 'reactions/counted',
    title: 'Everybody who says thanks or has a question counts once, and is told their own alone',
    requirements: ['RCT-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, kim, mona] = [there.as('robin'), there.as('kim'), there.as('mona')];
      const { id } = await say(mona, 'team');
      expectEqual((await look(kim, id)).reacted, undefined, 'reacted before anything is said');
      (await react(robin, id, 'thanks')).success();
      (await react(robin, id, 'thanks', 'question')).success();
      const both = (await react(robin, id, 'question', 'thanks')).success();
      const answered = (await react(kim, id, 'thanks')).success();
      const counts = { thanks: 2, question: 1 };
      for (const [told, own] of [
        [answered, ['thanks']],
        [await look(mona, id), []],
        [await look(robin, id), ['question', 'thanks']],
        [(await kim.all('messages.list', { channel: 'team' }))[0], ['thanks']],
      ] as const) {
        expectEqual(told?.reactions, counts, 'reactions');
        expectEqual([...(told?.reacted ?? [])].sort(), own, 'reacted');
      }
      expect(both.id === id, 'the answer is not the message');
      const other = (await react(robin, id, 'question')).success();
      expectEqual(
        other.reactions,
        { thanks: 1, question: 1 },
        'reactions after one was taken back',
      );
      (await react(robin, id)).success();
      (await react(kim, id)).success();
      const { reactions } = await look(mona, id);
      expect(
        reactions === undefined || reactions.thanks + reactions.question === 0,
        'what was taken back is counted',
      );
      const reply = await say(kim, 'team', { thread: id });
      const told = (await react(robin, reply.id, 'thanks')).success();
      expectEqual(told.reactions, { thanks: 1, question: 0 }, 'reactions to a reply');
    },
  },
  {
    id: 'reactions/refused',
    title: 'Who is not told in a channel says nothing of what is said there',
    requirements: ['RCT-2', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const { id } = await say(mona, 'team');
      (await react(there.as('otis'), id, 'thanks')).refused('forbidden');
      (await react(there.as('sasha'), id, 'thanks')).refused('not-found');
      (await react(robin, randomUUID(), 'thanks')).refused('not-found');
      (await react(mona, id, 'thanks')).success();
      const gone = { revision: randomUUID(), message: id, withdraw: true as const };
      (await mona.ask('revisions.record', gone)).success();
      (await react(robin, id, 'thanks')).refused('not-open-for-this');
    },
  },
  {
    id: 'reactions/logged',
    title:
      'A change of what somebody says of a message is an entry of the log, and said again none',
    requirements: ['RCT-3', 'LOG-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const robin = there.as('robin');
      const { id } = await say(there.as('mona'), 'team');
      const entries = async () => (await there.as('otis').all('log.entries', {})).length;
      const before = await entries();
      for (const said of [['thanks'], ['thanks'], ['question'], [], []] as Reactions[]) {
        (await react(robin, id, ...said)).success();
      }
      expectEqual((await entries()) - before, 3, 'entries of three changes');
    },
  },
  {
    id: 'reactions/told',
    title:
      'Who listens is told a message that somebody reacted to, without what they say themselves',
    requirements: ['RCT-3', 'LIVE-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const { id } = await say(there.as('mona'), 'team');
      const { stream } = await listenAnew(t, there.as('kim'));
      (await react(there.as('robin'), id, 'thanks')).success();
      const told = await toldUntil(stream, 'that somebody said thanks', (one) =>
        Boolean(one.id === id && one.reactions?.thanks === 1),
      );
      const { reacted } = told.at(-1)?.message ?? {};
      expect(
        !reacted?.length,
        `reacted is ${JSON.stringify(reacted)} for somebody who said nothing`,
      );
    },
  },
  {
    id: 'reactions/asking',
    title: 'Who has a question is listed once, whoever asked first being first, and nobody else is',
    requirements: ['RCT-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, kim, mona] = [there.as('robin'), there.as('kim'), there.as('mona')];
      const { id } = await say(mona, 'team');
      (await react(robin, id, 'question')).success();
      (await react(kim, id, 'question')).success();
      (await react(mona, id, 'thanks')).success();
      (await react(robin, id, 'question', 'thanks')).success();
      const names = async () =>
        (await mona.all('reactions.list', { message: id })).map(({ person }) => person.displayName);
      expectEqual(await names(), ['Robin Example', 'Kim Example'], 'who has a question');
      (await react(robin, id, 'thanks')).success();
      expectEqual(await names(), ['Kim Example'], 'who has one when one has none any more');
    },
  },
  {
    id: 'reactions/open',
    title: 'Who has a question is told to who may announce, and to nobody else',
    requirements: ['RCT-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const { id: message } = await say(there.as('mona'), 'team');
      (await there.as('mona').ask('reactions.list', { message })).success();
      for (const name of ['robin', 'otis']) {
        (await there.as(name).ask('reactions.list', { message })).refused('forbidden');
      }
      (await there.as('sasha').ask('reactions.list', { message })).refused('not-found');
    },
  },
);
