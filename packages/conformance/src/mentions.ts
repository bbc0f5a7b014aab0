import { randomUUID } from 'node:crypto';
import { checks, expect, expectEqual } from './kit/check.js';
import { draft, look, post, say } from './kit/talk.js';
import { channel, office } from './kit/world.js';

const team = () => office(channel('team', ['robin', 'kim']));

/** Whom messages name. */
export const mentionChecks = checks(
  {
    id: 'mentions/told',
    title: 'A message tells whom its text names, and no longer whom it does not',
    requirements: ['MNT-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, kim] = [there.as('robin'), there.as('kim')];
      const [one, two] = [
        (await robin.ask('me.read', {})).success(),
        (await kim.ask('me.read', {})).success(),
      ];
      const mentions = [two.id, one.id];
      const text = '@Robin Example and @Kim Example, please look.';
      const posted = await say(robin, 'team', { text, mentions });
      const named = [two, one].map(({ id, displayName }) => ({ id, displayName }));
      expectEqual(posted.mentions, named, 'mentions');
      expectEqual((await look(kim, posted.id)).mentions, named, 'mentions for others');
      const change = { revision: randomUUID(), message: posted.id, text: '@Kim Example, look.' };
      const changed = (await robin.ask('revisions.record', change)).success();
      expectEqual(changed.mentions, named.slice(0, 1), 'mentions after a change');
      const gone = { revision: randomUUID(), message: posted.id, withdraw: true as const };
      const { mentions: none } = (await robin.ask('revisions.record', gone)).success();
      expect(!none?.length, 'a withdrawn message names somebody');
    },
  },
  {
    id: 'mentions/refused',
    title: 'Nobody is named who is not told, twice, or without their name in the text',
    requirements: ['MNT-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const robin = there.as('robin');
      const idOf = async (name: string) => (await there.as(name).ask('me.read', {})).success().id;
      const [kim, sasha] = [await idOf('kim'), await idOf('sasha')];
      const text = '@Kim Example and @Sasha Example';
      for (const [mentions, at, words] of [
        [[sasha], 0, text],
        [[kim, randomUUID()], 1, text],
        [[kim, kim], 1, text],
        [[kim], 0, 'Kim Example'],
        [[kim], 0, '@Kim'],
      ] as const) {
        const said = draft('team', { mentions: [...mentions], text: words });
        const { errors } = (await post(robin, said)).refused('invalid');
        expectEqual(
          errors?.map(({ pointer }) => pointer),
          [`/mentions/${at}`],
          'pointers',
        );
      }
      expectEqual(await robin.all('messages.list', { channel: 'team' }), [], 'what was posted');
    },
  },
);
