import { checks, expect, expectEqual } from './kit/check.js';
import type { Session } from './kit/session.js';
import { channel, office } from './kit/world.js';

const team = () => office(channel('team', ['robin', 'kim']));

const chosen = async (session: Session) =>
  (await session.ask('preferences.read', {})).success().digest;

const choose = async (session: Session, digest: 'daily' | 'weekly' | 'never') =>
  (await session.ask('preferences.record', { digest })).success().digest;

/** How people want to be told what is new. */
export const preferenceChecks = checks(
  {
    id: 'preferences/last',
    title: 'What was chosen last is what holds; before that, everybody has the same',
    requirements: ['PREF-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, kim] = [there.as('robin'), there.as('kim')];
      const before = await chosen(robin);
      expectEqual(await chosen(kim), before, 'what two have who chose nothing');
      expect(['daily', 'weekly', 'never'].includes(before), 'digest is daily, weekly or never');
      for (const digest of ['weekly', 'never', 'daily', 'never'] as const) {
        await choose(robin, digest);
        expectEqual(await chosen(robin), digest, 'digest after it was chosen');
      }
    },
  },
  {
    id: 'preferences/own',
    title: 'A choice replaces the one before, and is that of one person',
    requirements: ['PREF-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, kim] = [there.as('robin'), there.as('kim')];
      const before = await chosen(kim);
      for (const digest of ['daily', 'weekly', 'never', 'never'] as const) {
        expectEqual(await choose(robin, digest), digest, 'the answer to a choice');
        expectEqual(await chosen(kim), before, 'digest of somebody else');
      }
      await choose(kim, 'weekly');
      expectEqual(await chosen(robin), 'never', 'digest after somebody else has chosen');
    },
  },
);
