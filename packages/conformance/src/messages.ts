import { randomUUID } from 'node:crypto';
import { checks, expect, expectEqual } from './kit/check.js';
import { strayMarkup } from './kit/markup.js';
import { draft, listed, look, post, say } from './kit/talk.js';
import { channel, office } from './kit/world.js';

/** Texts that somebody may want to become more than text. */
const hostile = [
  '<script>alert(1)</script> & <b>bold</b>',
  '<img src=x onerror=alert(1)><svg onload="alert(1)"/>',
  '[here](javascript:alert(1)) [there](JaVaScRiPt&colon;alert(1)) <javascript:alert(1)>',
  '[data](data:text/html;base64,PHNjcmlwdD4=) ![x](//evil.example/x.png "y")',
  '<a href="  java\tscript:alert(1)" style="position:fixed" onclick="x()">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><style>*{display:none}</style>',
  '```html" onmouseover="alert(1)\n</code></pre><script>alert(1)</script>\n```',
  '# [x](<javascript:alert(1)>)\n\n<!-- --><base href="//evil.example/"><form action="x"><input>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '&lt;script&gt;alert(1)&lt;/script&gt; <https://example.com/"onclick="x>',
];

const characters =
  'Fe\u0301liz 🦉 \u{1F469}\u200D\u{1F4BB} \u202eabc\u202c 漢字 «ß»\n\n\t  * x\r\n&amp; \\ "" \u00a0.';

/** What was said, and to whom it is open. */
export const messageChecks = checks(
  {
    id: 'messages/hidden',
    title: 'What was said in a channel that is not open to the caller is not there',
    requirements: ['MSG-1', 'MSG-6', 'ACC-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(office(channel('room', ['kim'], { announcers: ['kim'] })));
      const { id: message } = await say(there.as('kim'), 'room');
      const robin = there.as('robin');
      for (const [name, theirs, absent] of [
        ['messages.list', { channel: 'room' }, { channel: 'none' }],
        ['messages.read', { message }, { message: randomUUID() }],
        ['revisions.list', { message }, { message: randomUUID() }],
        ['completions.list', { message }, { message: randomUUID() }],
      ] as const) {
        const found = (await robin.try(name, theirs)).refused('not-found');
        const wanted = (await robin.try(name, absent)).refused('not-found');
        expectEqual(
          [found.title, found.detail],
          [wanted.title, wanted.detail],
          `title and detail of ${name} for what is not open to the caller`,
        );
      }
    },
  },
  {
    id: 'messages/order',
    title: 'Messages are listed newest first, and replies are not among them',
    requirements: ['MSG-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(
        office(channel('team', ['robin', 'kim']), channel('other', ['robin'])),
      );
      const [robin, kim] = [there.as('robin'), there.as('kim')];
      const first = await say(robin, 'team');
      const second = await say(kim, 'team', { title: 'In one line' });
      await say(robin, 'other');
      await say(kim, 'team', { thread: first.id });
      const third = await say(robin, 'team');
      const found = await robin.all('messages.list', { channel: 'team' });
      const wanted = [third, second, first].map(({ id }) => id);
      expectEqual(
        found.map(({ id }) => id),
        wanted,
        'the messages',
      );
      for (const each of found) expectEqual(await look(robin, each.id), each, 'one, read alone,');
      const { latestAt } = (await kim.ask('channels.read', { channel: 'team' })).success();
      expectEqual(latestAt, third.postedAt, 'latestAt of the channel');
    },
  },
  {
    id: 'messages/parts',
    title: 'thread, after and before choose a part of the channel, each in its order',
    requirements: ['MSG-3', 'MSG-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(
        office(channel('team', ['robin', 'kim']), channel('other', ['robin'])),
      );
      const robin = there.as('robin');
      const ids: string[] = [];
      for (let count = 0; count < 4; count++) ids.push((await say(robin, 'team')).id);
      const [one, two, three, four] = ids as [string, string, string, string];
      const replies = [await say(robin, 'team', { thread: two })];
      replies.push(await say(there.as('kim'), 'team', { thread: two }));
      const answered = replies.map(({ id }) => id);
      const part = (which: object) => listed(robin, 'team', which);
      expectEqual(await part({ thread: two }), answered, 'the replies to a message');
      expectEqual(await part({ thread: one }), [], 'the replies to a message without any');
      expectEqual(await part({ after: two }), [three, four], 'what came after the second of four');
      expectEqual(await part({ before: three }), [two, one], 'what came before the third of four');
      expectEqual(await part({ after: four }), [], 'what came after the last');
      expectEqual(await part({ before: one }), [], 'what came before the first');
      const root = await look(robin, two);
      expectEqual(
        [root.replies, root.repliedAt],
        [2, replies[1]?.postedAt],
        'replies and repliedAt of a message with two',
      );
      const { id: elsewhere } = await say(robin, 'other');
      for (const id of [elsewhere, randomUUID()]) {
        for (const which of [{ thread: id }, { after: id }, { before: id }]) {
          (await robin.ask('messages.list', { channel: 'team', ...which })).refused('not-found');
        }
      }
    },
  },
  {
    id: 'messages/while-posted',
    title: 'What is posted while somebody pages through a channel moves nothing',
    requirements: ['LST-5', 'MSG-2'],
    writes: true,
    async run(t) {
      const there = await t.namespace(office(channel('team', ['robin'])));
      const robin = there.as('robin');
      const before: string[] = [];
      for (let count = 0; count < 5; count++) before.unshift((await say(robin, 'team')).id);
      const input = { channel: 'team', limit: 2 };
      const first = (await robin.ask('messages.list', input)).success();
      await say(robin, 'team');
      const seen = first.items.map(({ id }) => id);
      for (let { next: cursor } = first; cursor !== undefined && seen.length < 20;) {
        const more = (await robin.ask('messages.list', { ...input, cursor })).success();
        seen.push(...more.items.map(({ id }) => id));
        cursor = more.next;
      }
      expectEqual(seen, before, 'the messages that were there from the beginning');
    },
  },
  {
    id: 'messages/entered',
    title: 'Where history is since one entered, earlier messages and their replies are not there',
    requirements: ['MSG-4', 'MSG-6'],
    writes: true,
    async run(t) {
      const team = (...audience: string[]) =>
        office(channel('team', audience, { history: 'entered' }));
      const there = await t.namespace(team('robin'));
      const robin = () => there.as('robin');
      const early = await say(robin(), 'team');
      await there.change(team('robin', 'kim'));
      const seen = await say(robin(), 'team');
      const lateReply = await say(robin(), 'team', { thread: early.id });
      const reply = await say(robin(), 'team', { thread: seen.id });
      const kim = there.as('kim');
      expectEqual(await listed(kim, 'team'), [seen.id], 'what is listed for who came later');
      expectEqual(await listed(kim, 'team', { thread: seen.id }), [reply.id], 'the replies to it');
      for (const message of [early.id, lateReply.id]) {
        (await kim.ask('messages.read', { message })).refused('not-found');
      }
      const thread = { channel: 'team', thread: early.id };
      (await kim.ask('messages.list', thread)).refused('not-found');
      (await post(kim, draft('team', { thread: early.id }))).refused('not-found');
      const { unread } = (await kim.ask('channels.read', { channel: 'team' })).success();
      expectEqual(unread, 1, 'unread of who came later');
      expectEqual(await listed(robin(), 'team'), [seen.id, early.id], 'what the first one sees');
      // Who leaves and comes back sees what was said since they came back.
      await there.change(team('robin'));
      await say(robin(), 'team');
      await there.change(team('robin', 'kim'));
      const last = await say(robin(), 'team');
      expectEqual(await listed(there.as('kim'), 'team'), [last.id], 'what who came back sees');
    },
  },
  {
    id: 'messages/markup',
    title: 'The HTML of a message holds only what a section may hold, whatever its text is',
    requirements: ['MSG-5', 'MSG-13'],
    writes: true,
    async run(t) {
      const there = await t.namespace(office(channel('team', ['robin'])));
      const robin = there.as('robin');
      const plain = await say(robin, 'team', { text: 'Lock the door, please.' });
      expect(
        plain.html.includes('Lock the door, please.'),
        `a plain text is shown as ${plain.html}`,
      );
      for (const text of hostile) {
        const made = await say(robin, 'team', { text });
        expectEqual(made.text, text, 'the text');
        expectEqual(strayMarkup(made.html), [], `what may not be in the HTML ${made.html}`);
        const revision = randomUUID();
        const changed = { revision, message: plain.id, text };
        const now = (await robin.ask('revisions.record', changed)).success();
        expectEqual(strayMarkup(now.html), [], `what may not be in the HTML ${now.html}`);
      }
    },
  },
  {
    id: 'messages/text',
    title: 'Title and text come back as they were sent, every character of them',
    requirements: ['MSG-13', 'INP-6'],
    writes: true,
    async run(t) {
      const there = await t.namespace(office(channel('team', ['robin', 'mona'])));
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const line = characters.replaceAll(/\s+/g, ' ');
      const action = { text: `Do it: ${line}` };
      for (const text of [characters, ` ${'x'.repeat(19_998)} `]) {
        const said = { title: ` ${line} `, kind: 'alert' as const, text, action };
        const made = await say(mona, 'team', said);
        const [found] = (await robin.ask('messages.list', { channel: 'team' })).success().items;
        for (const one of [made, found, await look(robin, made.id)]) {
          expectEqual(
            [one?.title, one?.text, one?.action?.text],
            [said.title, text, action.text],
            'title, text and the text of the action',
          );
        }
      }
    },
  },
);
