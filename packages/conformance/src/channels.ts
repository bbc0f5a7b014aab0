import { randomUUID } from 'node:crypto';
import { checks, expectEqual } from './kit/check.js';
import { alert, complete, draft, listed, post, say } from './kit/talk.js';
import { channel, office } from './kit/world.js';

/** Which channels there are for whom, and what they may do there. */
export const channelChecks = checks(
  {
    id: 'channels/as-set-up',
    title: 'Everybody meets the channels of their audiences, and those in which they announce',
    requirements: ['CHN-1', 'CHN-2'],
    async run(t) {
      const [news, notices, shift, desk, room] = [
        ...['news', 'notices', 'shift', 'desk', 'kestrel-room'],
      ];
      for (const [name, wanted] of [
        ['robin', [desk, news, notices, shift]],
        ['kim', [room, news, notices, shift]],
        ['sasha', [desk]],
        ['mona', [desk, room, news, notices, shift]],
        ['otis', [desk, room, news, notices, shift]],
      ] as const) {
        const found = await t.named(name).all('channels.list', {});
        expectEqual(
          found.map(({ id }) => id).sort(),
          [...wanted].sort(),
          `the channels that ${name} meets`,
        );
      }
      const found = await t.named('robin').all('channels.list', {});
      const rights = found.map(({ id, isMember, mayAnnounce, mayDiscuss, history }) => [
        ...[id, isMember, mayAnnounce, mayDiscuss, history],
      ]);
      expectEqual(
        Object.fromEntries(rights.map(([id, ...rest]) => [id, rest])),
        {
          desk: [false, true, true, 'all'],
          news: [true, false, true, 'all'],
          notices: [true, false, false, 'all'],
          shift: [true, false, true, 'entered'],
        },
        'isMember, mayAnnounce, mayDiscuss and history of what an employee meets',
      );
      for (const one of found) {
        const { title, audience } = one;
        expectEqual([title, audience.id], [`Channel ${one.id}`, one.id], 'title and audience');
        const alone = (await t.named('robin').ask('channels.read', { channel: one.id })).success();
        expectEqual(alone.audience, audience, 'the audience of a channel, read alone,');
      }
    },
  },
  {
    id: 'channels/now',
    title: 'Who enters an audience is told at once, and who leaves it is not any more',
    requirements: ['CHN-1', 'CHN-3', 'MSG-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(office(channel('team', ['robin']), channel('other', [])));
      const first = await say(there.as('robin'), 'team');
      const ids = async (name: string) =>
        (await there.as(name).all('channels.list', {})).map(({ id }) => id);
      expectEqual([await ids('robin'), await ids('kim')], [['team'], []], 'what each meets');
      await there.change(office(channel('team', ['kim']), channel('other', [])));
      expectEqual([await ids('robin'), await ids('kim')], [[], ['team']], 'what each meets now');
      expectEqual(await listed(there.as('kim'), 'team'), [first.id], 'what who entered sees');
      const left = there.as('robin');
      (await left.ask('channels.read', { channel: 'team' })).refused('not-found');
      (await left.ask('messages.list', { channel: 'team' })).refused('not-found');
      (await left.ask('messages.read', { message: first.id })).refused('not-found');
    },
  },
  {
    id: 'channels/may',
    title: 'What somebody may do in a channel is what their posts are answered with',
    requirements: ['CHN-2', 'MSG-9'],
    writes: true,
    async run(t) {
      const there = await t.namespace(
        office(
          channel('open', ['robin', 'kim']),
          channel('told', ['robin', 'mona'], { discussion: false }),
          channel('silent', ['robin'], { announcers: [] }),
        ),
      );
      for (const name of ['robin', 'kim', 'mona', 'otis']) {
        const session = there.as(name);
        for (const { id, mayAnnounce, mayDiscuss } of await session.all('channels.list', {})) {
          for (const [kind, may] of [
            ['broadcast', mayAnnounce],
            ['alert', mayAnnounce],
            ['discussion', mayDiscuss],
          ] as const) {
            const said = kind === 'alert' ? alert(id) : draft(id, { kind });
            const { status, said: what } = await post(session, said);
            expectEqual(status, may ? 200 : 403, `the status where ${name} posts, and ${what},`);
          }
        }
      }
    },
  },
  {
    id: 'channels/hidden',
    title: 'A channel that is not open to the caller answers like one that is not there',
    requirements: ['CHN-3', 'ACC-5'],
    async run(t) {
      const robin = t.named('robin');
      const hidden = await robin.ask('channels.read', { channel: 'kestrel-room' });
      const absent = await robin.ask('channels.read', { channel: `no-${randomUUID()}` });
      const [is, wanted] = [hidden.refused('not-found'), absent.refused('not-found')];
      expectEqual([is.title, is.detail], [wanted.title, wanted.detail], 'title and detail');
    },
  },
  {
    id: 'channels/people',
    title: 'The active people of an audience are counted as of now',
    requirements: ['CHN-4', 'DONE-4'],
    writes: true,
    async run(t) {
      const content = office(channel('team', ['robin', 'kim', 'mona']));
      const there = await t.namespace(content);
      const asked = (await post(there.as('mona'), alert('team'))).success();
      (await complete(there.as('kim'), asked)).success();
      const counted = async () => {
        const mona = there.as('mona');
        const { people } = (await mona.ask('channels.read', { channel: 'team' })).success();
        const { done } = (await mona.ask('messages.read', { message: asked.id })).success();
        return [people, done?.count, done?.of];
      };
      expectEqual(await counted(), [3, 1, 3], 'people, and who has done it of how many');
      await there.change({
        ...office(channel('team', ['robin', 'kim', 'mona', 'sasha'])),
        people: content.people.map((one) => ({ ...one, active: one.userName !== 'robin' })),
      });
      expectEqual(await counted(), [3, 1, 3], 'people, when one has come and one is inactive');
      await there.change(office(channel('team', ['robin', 'mona', 'sasha', 'otis'])));
      expectEqual(await counted(), [4, 0, 4], 'people, when who had done it has left');
    },
  },
);
