import { randomUUID } from 'node:crypto';
import type { Message } from '@heed/contract';
import type { Answer } from './kit/answer.js';
import { checks, expect, expectEqual } from './kit/check.js';
import type { Session } from './kit/session.js';
import { look, say } from './kit/talk.js';
import { listenAnew, toldUntil } from './kit/told.js';
import { channel, office } from './kit/world.js';

const team = () => office(channel('team', ['robin', 'kim']), channel('other', ['robin']));

const pin = (session: Session, message: string, pinned = true) =>
  session.try('pins.record', { message, pinned }) as Promise<Answer<Message>>;

const pinned = async (session: Session) =>
  (await session.all('messages.list', { channel: 'team', pinned: 'true' })).map(({ id }) => id);

/** What stands at the top of a channel. */
export const pinChecks = checks(
  {
    id: 'pins/listed',
    title: 'What is pinned in a channel is listed, newest first, and nothing else',
    requirements: ['PIN-1', 'PIN-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const [first, second] = [await say(robin, 'team'), await say(mona, 'team')];
      await say(robin, 'team');
      const elsewhere = await say(robin, 'other');
      const one = (await pin(mona, first.id)).success();
      expect(!Number.isNaN(Date.parse(one.pinnedAt ?? '')), `pinnedAt is ${one.pinnedAt}`);
      for (const { id } of [second, elsewhere]) (await pin(mona, id)).success();
      expectEqual(await pinned(robin), [second.id, first.id], 'what is pinned');
      expectEqual((await pin(mona, first.id)).success().pinnedAt, one.pinnedAt, 'pinnedAt again');
      expectEqual((await look(robin, first.id)).pinnedAt, one.pinnedAt, 'pinnedAt of the message');
      expectEqual((await pin(mona, second.id, false)).success().pinnedAt, undefined, 'pinnedAt');
      expectEqual(await pinned(robin), [first.id], 'what is pinned after one was taken away');
      for (const more of [{ after: first.id }, { search: 'said' }]) {
        const asked = { channel: 'team', pinned: 'true' as const, ...more };
        (await robin.ask('messages.list', asked)).refused('invalid');
      }
    },
  },
  {
    id: 'pins/open',
    title: 'What is pinned is listed to those alone to whom it is open',
    requirements: ['PIN-1', 'MSG-4'],
    writes: true,
    async run(t) {
      const grown = (...audience: string[]) =>
        office(channel('team', audience, { history: 'entered' }));
      const there = await t.namespace(grown('robin'));
      const early = await say(there.as('robin'), 'team');
      (await pin(there.as('mona'), early.id)).success();
      await there.change(grown('robin', 'kim'));
      const late = await say(there.as('robin'), 'team');
      (await pin(there.as('mona'), late.id)).success();
      expectEqual(await pinned(there.as('robin')), [late.id, early.id], 'what is pinned');
      expectEqual(await pinned(there.as('kim')), [late.id], 'what is so for who came later');
    },
  },
  {
    id: 'pins/refused',
    title: 'Only who may announce pins',
    requirements: ['PIN-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const { id } = await say(there.as('robin'), 'team');
      for (const name of ['robin', 'otis']) {
        (await pin(there.as(name), id)).refused('forbidden');
        (await pin(there.as(name), id, false)).refused('forbidden');
      }
      (await pin(there.as('sasha'), id)).refused('not-found');
      (await pin(there.as('mona'), randomUUID())).refused('not-found');
      expectEqual((await look(there.as('robin'), id)).pinnedAt, undefined, 'pinnedAt');
    },
  },
  {
    id: 'pins/full',
    title: 'Five messages of a channel are pinned at most, none of them a reply or withdrawn',
    requirements: ['PIN-3', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const ids: string[] = [];
      for (let count = 0; count < 6; count++) ids.push((await say(robin, 'team')).id);
      const [first = '', ...others] = ids;
      for (const id of others) (await pin(mona, id)).success();
      (await pin(mona, first)).refused('pins-full');
      (await pin(mona, others[0] ?? '')).success();
      const reply = await say(robin, 'team', { thread: first });
      (await pin(mona, reply.id)).refused('not-open-for-this');
      const gone = { revision: randomUUID(), message: others[0] ?? '', withdraw: true as const };
      (await robin.ask('revisions.record', gone)).success();
      expectEqual((await look(robin, gone.message)).pinnedAt, undefined, 'pinnedAt when withdrawn');
      (await pin(mona, first)).success();
      (await pin(mona, gone.message)).refused('not-open-for-this');
      expectEqual((await pinned(robin)).length, 5, 'how many are pinned');
    },
  },
  {
    id: 'pins/logged',
    title: 'A pin is an entry of the log and told to who listens, and said again it is none',
    requirements: ['PIN-4', 'LOG-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const mona = there.as('mona');
      const { id } = await say(mona, 'team');
      const { stream } = await listenAnew(t, there.as('kim'));
      const entries = async () => (await there.as('otis').all('log.entries', {})).length;
      const before = await entries();
      for (const say of [true, true, false, false, true]) (await pin(mona, id, say)).success();
      expectEqual((await entries()) - before, 3, 'entries of three changes');
      await toldUntil(stream, 'that it is pinned', (one) => one.pinnedAt !== undefined);
    },
  },
);
