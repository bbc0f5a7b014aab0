import { randomUUID } from 'node:crypto';
import { verified } from './kit/acts.js';
import { checks, expect, expectEqual } from './kit/check.js';
import type { Session } from './kit/session.js';
import { alert, complete, look, post, say, textHashOf } from './kit/talk.js';
import { channel, office } from './kit/world.js';

const team = () =>
  office(channel('team', ['robin', 'kim']), channel('room', ['kim'], { announcers: ['kim'] }));

const warn = async (session: Session, more: { title?: string | undefined; text?: string } = {}) =>
  (await post(session, alert('team', more))).success();

/** What alerts ask, and who says that it is done. */
export const completionChecks = checks(
  {
    id: 'completions/once',
    title: 'That it is done is recorded once, and said again it answers as it did first',
    requirements: ['DONE-1', 'DONE-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const asked = await warn(mona);
      const { id: message } = asked;
      const { id: person } = (await robin.ask('me.read', {})).success();
      const answers = await Promise.all(Array.from({ length: 5 }, () => complete(robin, asked)));
      const [first, ...others] = answers.map((answer) => answer.success());
      expectEqual([first?.message, first?.person], [message, person], 'message and person');
      const apart = Math.abs(Date.parse(first?.recordedAt ?? '') - Date.now());
      expect(apart < 300_000, `recordedAt is ${first?.recordedAt}, and has to be now`);
      for (const each of others) expectEqual(each, first, 'one of five answers at once');
      expectEqual((await look(mona, message)).done, { count: 1, of: 2 }, 'done');
      const withdrawal = { revision: randomUUID(), message, withdraw: true as const };
      (await mona.ask('revisions.record', withdrawal)).success();
      expectEqual((await complete(robin, asked)).success(), first, 'the answer later');
      const other = { ...asked, text: 'Said otherwise' };
      expectEqual((await complete(robin, other)).success(), first, 'the answer of other words');
    },
  },
  {
    id: 'completions/refused',
    title: 'What asks nothing of somebody cannot be done by them',
    requirements: ['DONE-2', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const told = await say(mona, 'team', { kind: 'broadcast' });
      const gone = await warn(mona);
      const withdrawal = { revision: randomUUID(), message: gone.id, withdraw: true as const };
      (await mona.ask('revisions.record', withdrawal)).success();
      for (const one of [told, gone]) (await complete(robin, one)).refused('not-open-for-this');
      const asked = await warn(mona);
      for (const name of ['mona', 'otis']) {
        (await complete(there.as(name), asked)).refused('not-open-for-this');
      }
      (await complete(there.as('sasha'), asked)).refused('not-found');
      (await complete(robin, { ...asked, id: randomUUID() })).refused('not-found');
      const hidden = (await post(there.as('kim'), alert('room'))).success();
      (await complete(robin, hidden)).refused('not-found');
      expectEqual((await look(mona, asked.id)).done, { count: 0, of: 2 }, 'done after refusals');
    },
  },
  {
    id: 'completions/words',
    title: 'It is done of the words that the alert says now, and of no others',
    requirements: ['DONE-7', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const first = await warn(mona);
      const change = { revision: randomUUID(), message: first.id, text: 'Said more clearly' };
      const now = (await mona.ask('revisions.record', { ...change, title: 'Two doors' })).success();
      for (const other of [
        first,
        { ...now, text: first.text },
        { ...now, title: undefined },
        { ...now, action: { text: 'Something else' } },
        { ...now, action: undefined },
      ]) {
        (await complete(robin, other)).refused('text-mismatch');
      }
      const read = await look(robin, first.id);
      expectEqual([read.done, read.doneAt], [{ count: 0, of: 2 }, undefined], 'done and doneAt');
      (await complete(robin, now)).success();
    },
  },
  {
    id: 'completions/receipt',
    title: 'The receipt verifies, and tells who did what was asked in which words',
    requirements: ['DONE-3'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const mona = there.as('mona');
      const first = await warn(mona);
      const second = await warn(mona, { title: undefined });
      const change = { revision: randomUUID(), message: second.id, text: 'Said more clearly' };
      const changed = (await mona.ask('revisions.record', change)).success();
      for (const [name, asked] of [
        ['robin', first],
        ['kim', changed],
      ] as const) {
        const session = there.as(name);
        const { id, displayName } = (await session.ask('me.read', {})).success();
        const made = (await complete(session, asked)).success();
        const { record, pinned, entry } = await verified(t, made.receipt, mona);
        expect(pinned, 'the key in the receipt is not the one in the discovery document');
        for (const [member, wanted] of Object.entries({
          person: { id, userName: name, displayName },
          message: { id: asked.id, channel: 'team' },
          textHash: textHashOf(asked),
          recordedAt: made.recordedAt,
        })) {
          expectEqual(record[member], wanted, `${member} of the record in the receipt`);
        }
        expect(typeof record['tenant'] === 'string', 'the record does not name the tenant');
        expectEqual(entry.time, made.recordedAt, 'the time of the entry in the log');
      }
    },
  },
  {
    id: 'completions/logged',
    title: 'That it is done is an entry of the log, once',
    requirements: ['DONE-3', 'LOG-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const asked = await warn(there.as('mona'));
      const entries = async () => (await there.as('otis').all('log.entries', {})).length;
      const before = await entries();
      for (const name of ['robin', 'kim', 'robin'])
        (await complete(there.as(name), asked)).success();
      (await complete(there.as('otis'), asked)).refused('not-open-for-this');
      expectEqual((await entries()) - before, 2, 'entries of two people who did it');
    },
  },
  {
    id: 'completions/counted',
    title: 'Everybody who did it counts, and is told their own time and nobody else’s',
    requirements: ['DONE-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, kim] = [there.as('robin'), there.as('kim')];
      const asked = await warn(there.as('mona'));
      const { id } = asked;
      const made = (await complete(robin, asked)).success();
      for (const [session, doneAt] of [
        [robin, made.recordedAt],
        [kim, undefined],
      ] as const) {
        const read = await look(session, id);
        expectEqual([read.done, read.doneAt], [{ count: 1, of: 2 }, doneAt], 'done and doneAt');
        const [found] = await session.all('messages.list', { channel: 'team' });
        expectEqual(found, read, 'the same in the list');
      }
      (await complete(kim, asked)).success();
      expectEqual((await look(robin, id)).done, { count: 2, of: 2 }, 'done when both did it');
    },
  },
  {
    id: 'completions/listed',
    title: 'Everybody of the audience is listed once, and who did it with the time',
    requirements: ['DONE-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const asked = await warn(there.as('mona'));
      const { id: message } = asked;
      const { recordedAt } = (await complete(there.as('robin'), asked)).success();
      const found = await there.as('mona').all('completions.list', { message });
      const told = found.map(({ person, doneAt }) => [person.displayName, doneAt]).sort();
      expectEqual(
        told,
        [['Kim Example'], ['Robin Example', recordedAt]].map(([name, at]) => [name, at]),
        'who is listed',
      );
      const { id } = (await there.as('kim').ask('me.read', {})).success();
      expect(
        found.some(({ person }) => person.id === id),
        'somebody is listed with another id',
      );
      await there.change(office(channel('team', ['robin', 'sasha'])));
      const now = await there.as('mona').all('completions.list', { message });
      expectEqual(
        now.map(({ person }) => person.displayName).sort(),
        ['Robin Example', 'Sasha Example'],
        'who is listed when one has come and one has left',
      );
    },
  },
  {
    id: 'completions/open',
    title: 'Who did it is told to who may announce and to who oversees',
    requirements: ['DONE-6', 'MSG-6'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const { id: message } = await warn(there.as('mona'));
      const wanted = await there.as('mona').all('completions.list', { message });
      const seen = await there.as('otis').all('completions.list', { message });
      expectEqual(seen, wanted, 'what the auditor is told');
      (await there.as('robin').ask('completions.list', { message })).refused('forbidden');
      (await there.as('sasha').ask('completions.list', { message })).refused('not-found');
    },
  },
);
