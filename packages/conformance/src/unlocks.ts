import { randomUUID } from 'node:crypto';
import type { UnlockDraft } from '@heed/contract';
import { checks, expect, expectEqual } from './kit/check.js';
import { desk, handler, incidentOf, repliesOf, reply, report, reporting } from './kit/reported.js';
import type { Session } from './kit/session.js';

const unlock = (session: Session, draft: UnlockDraft, id: string = randomUUID()) =>
  session.ask('unlocks.record', { unlock: id, ...draft });

/** Who may see who reported in confidence. */
export const unlockChecks = checks(
  {
    id: 'unlocks/once',
    title: 'The same id unlocks once, for ever',
    requirements: ['UNL-1', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const hana = there.as(handler);
      const draft = reporting({ confidential: true });
      const { id: incident } = (await report(there.as('robin'), draft)).success().incident;
      const [id, asked] = [randomUUID(), { incident, reason: 'To ask back' }];
      const first = (await unlock(hana, asked, id)).success();
      expectEqual((await unlock(hana, asked, id)).success(), first, 'the same again');
      (await unlock(hana, { incident, reason: 'Another' }, id)).refused('message-reused');
      expectEqual(await hana.all('unlocks.list', { incident }), [first], 'what is listed');
    },
  },
  {
    id: 'unlocks/handlers',
    title: 'Only who handles a confidential report unlocks it',
    requirements: ['UNL-2', 'ACC-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const robin = there.as('robin');
      const draft = reporting({ confidential: true });
      const { id: incident } = (await report(robin, draft)).success().incident;
      const reason = 'To ask back';
      for (const name of ['robin', 'otis']) {
        (await unlock(there.as(name), { incident, reason })).refused('forbidden');
      }
      for (const name of ['mona', 'kim']) {
        (await unlock(there.as(name), { incident, reason })).refused('not-found');
      }
      const { id: named } = (await report(robin)).success().incident;
      (await unlock(there.as(handler), { incident: named, reason })).refused('report-not-open');
      expectEqual(await robin.all('unlocks.list', { incident }), [], 'what is listed');
    },
  },
  {
    id: 'unlocks/seen',
    title: 'Who unlocked it sees who reported, and nobody else by it; whoever reported is told',
    requirements: ['UNL-3', 'UNL-5', 'INC-6'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [robin, hana] = [there.as('robin'), there.as(handler)];
      const draft = reporting({ confidential: true });
      const { id: incident } = (await report(robin, draft)).success().incident;
      (await reply(robin, { incident, text: 'More' })).success();
      const { id: kim } = (await there.as('kim').ask('me.read', {})).success();
      const assigned = { incident, revision: '1', state: 'handling', handler: kim } as const;
      (await hana.ask('triage.record', assigned)).success();
      const names = async (session: Session) => [
        (await incidentOf(session, incident)).reporter?.displayName,
        (await repliesOf(session, incident))[0]?.author?.displayName,
      ];
      expectEqual(await names(hana), [undefined, undefined], 'names before');
      const made = (await unlock(hana, { incident, reason: 'To ask back' })).success();
      const own = await names(robin);
      expect(own[0] !== undefined, 'who reported does not see that they did');
      expectEqual(await names(hana), own, 'names for who unlocked it');
      expectEqual(await names(there.as('kim')), [undefined, undefined], 'names for who did not');
      expectEqual(await robin.all('unlocks.list', { incident }), [made], 'for who reported');
      const [audited] = await there.as('otis').all('unlocks.list', { incident });
      const { author: _, ...rest } = made;
      expectEqual(audited, rest, 'for the auditor');
      (await there.as('mona').ask('unlocks.list', { incident })).refused('not-found');
    },
  },
  {
    id: 'unlocks/logged',
    title: 'Changes of a triage and unlocks are entries of the log',
    requirements: ['UNL-4', 'TRI-7'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [hana, otis] = [there.as(handler), there.as('otis')];
      const draft = reporting({ confidential: true });
      const { id: incident } = (await report(there.as('robin'), draft)).success().incident;
      const length = async () => (await otis.all('log.entries', {})).length;
      const before = await length();
      (await unlock(hana, { incident, reason: 'To ask back' })).success();
      expectEqual((await length()) - before, 1, 'entries of an unlock');
      const change = { incident, revision: '1', state: 'assessing' } as const;
      (await hana.ask('triage.record', change)).success();
      expectEqual((await length()) - before, 2, 'entries of both');
    },
  },
);
