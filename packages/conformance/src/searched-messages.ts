import { randomUUID } from 'node:crypto';
import { checks, expectEqual } from './kit/check.js';
import type { Session } from './kit/session.js';
import { say } from './kit/talk.js';
import { channel, office } from './kit/world.js';

// Words of no language: whatever a backend knows of forms of words, it takes these as they are.
const gate = 'Zephyrquorn';
const crane = 'ÜBERZWÄRG';
const brook = 'marmalbruck';

const found = async (session: Session, search: string) =>
  (await session.all('messages.list', { channel: 'team', search })).map(({ id }) => id);

/** Finding what was said by its words. */
export const searchedMessageChecks = checks(
  {
    id: 'messages/search',
    title: 'A search finds the messages and replies that hold every word, newest first',
    requirements: ['MSG-14'],
    writes: true,
    async run(t) {
      const there = await t.namespace(
        office(channel('team', ['robin', 'kim']), channel('other', ['robin'])),
      );
      const robin = there.as('robin');
      const first = await say(robin, 'team', { title: `The ${gate} is open`, text: 'Shut it.' });
      const second = await say(robin, 'team', { text: `A ${crane} at the **${gate}**.` });
      await say(robin, 'team', { text: 'Nothing of the kind.' });
      const reply = await say(robin, 'team', {
        ...{ thread: first.id, language: 'de', text: `Kein ${crane}, nur ${brook} (${gate})` },
      });
      await say(robin, 'other', { text: `${gate} ${crane} ${brook}` });
      for (const [search, wanted] of [
        [gate, [reply.id, second.id, first.id]],
        [gate.toUpperCase(), [reply.id, second.id, first.id]],
        [crane.toLowerCase(), [reply.id, second.id]],
        [`${brook} ${gate}`, [reply.id]],
        [`${crane} ${gate}`, [reply.id, second.id]],
        [`${gate} kindling`, []],
        ['absentword', []],
      ] as const) {
        expectEqual(await found(robin, search), wanted, `what is found by “${search}”`);
      }
    },
  },
  {
    id: 'messages/search-open',
    title: 'A search finds nothing that was withdrawn, changed or is not open to the caller',
    requirements: ['MSG-14', 'MSG-4', 'REV-3'],
    writes: true,
    async run(t) {
      const team = (...audience: string[]) =>
        office(channel('team', audience, { history: 'entered' }));
      const there = await t.namespace(team('robin'));
      const early = await say(there.as('robin'), 'team', { text: `Early ${gate}` });
      await there.change(team('robin', 'kim'));
      const robin = there.as('robin');
      const [gone, changed, kept] = [
        await say(robin, 'team', { title: gate, text: `Gone ${gate}` }),
        await say(robin, 'team', { text: `Changed ${gate}` }),
        await say(robin, 'team', { text: `Kept ${gate}` }),
      ];
      await say(robin, 'team', { thread: early.id, text: `Late ${gate}` });
      for (const change of [
        { message: gone.id, withdraw: true as const },
        { message: changed.id, text: `Now ${brook}` },
      ]) {
        (await robin.ask('revisions.record', { revision: randomUUID(), ...change })).success();
      }
      const kim = there.as('kim');
      expectEqual(await found(kim, gate), [kept.id], 'what is found of what is there');
      expectEqual(await found(kim, brook), [changed.id], 'what is found by the new text');
      const hidden = { channel: 'team', search: gate };
      (await there.as('sasha').ask('messages.list', hidden)).refused('not-found');
    },
  },
);
