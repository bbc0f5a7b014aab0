import { checks, expectEqual } from './kit/check.js';
import type { Session } from './kit/session.js';
import { channel, office } from './kit/world.js';

const team = (...people: string[]) => office(channel('team', people), channel('room', ['kim']));

const found = async (session: Session, search: string) =>
  (await session.all('members.list', { channel: 'team', search })).map(
    ({ displayName }) => displayName,
  );

/** Who is told in a channel, by name. */
export const memberChecks = checks(
  {
    id: 'members/found',
    title: 'People of the audience are found by how a word of their name begins',
    requirements: ['MBR-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team('robin', 'kim'));
      const robin = there.as('robin');
      for (const [search, wanted] of [
        ['Rob', ['Robin Example']],
        ['rOB', ['Robin Example']],
        ['exa', ['Kim Example', 'Robin Example']],
        ['Kim E', ['Kim Example']],
        ['obin', []],
        ['mona', []],
        ['%', []],
        ['R_b', []],
      ] as const) {
        expectEqual((await found(robin, search)).sort(), wanted, `who is found by “${search}”`);
      }
      expectEqual(await found(there.as('mona'), 'rob'), ['Robin Example'], 'who else is told');
      await there.change(team('robin'));
      expectEqual(await found(robin, 'exa'), ['Robin Example'], 'who is found when one has left');
    },
  },
  {
    id: 'members/little',
    title: 'Of people of an audience nothing is told but id and name',
    requirements: ['MBR-3'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team('robin', 'kim'));
      const { id } = (await there.as('kim').ask('me.read', {})).success();
      const asked = { channel: 'team', search: 'kim' };
      const told = await there.as('robin').ask('members.list', asked);
      told.success();
      // As it was sent: the contract would leave out what it does not know.
      const { items } = told.json() as { items: unknown };
      expectEqual(items, [{ id, displayName: 'Kim Example' }], 'what is told');
    },
  },
  {
    id: 'members/open',
    title: 'People of a channel that is not open to the caller are not there',
    requirements: ['MBR-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team('robin'));
      for (const channel of ['room', 'none']) {
        const asked = { channel, search: 'e' };
        (await there.as('robin').ask('members.list', asked)).refused('not-found');
      }
    },
  },
);
