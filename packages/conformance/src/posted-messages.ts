import { randomUUID } from 'node:crypto';
import { checks, expect, expectEqual } from './kit/check.js';
import { alert, draft, listed, look, post, say } from './kit/talk.js';
import { channel, office } from './kit/world.js';

const team = () =>
  office(
    channel('team', ['robin', 'kim', 'mona']),
    channel('told', ['robin', 'mona'], { discussion: false }),
  );

/** Posting: once, by whom, and where. */
export const postedMessageChecks = checks(
  {
    id: 'messages/posted',
    title: 'A message is posted as it was sent, by the person of the token, by the backend’s clock',
    requirements: ['MSG-7'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const mona = there.as('mona');
      const { id: person, displayName } = (await mona.ask('me.read', {})).success();
      for (const said of [
        draft('team', { kind: 'broadcast', title: 'In one line', language: 'de-CH' }),
        alert('team'),
        draft('team'),
      ]) {
        const forged = { ...said, author: { id: 'x' }, postedAt: '2001-01-01T00:00:00.000Z' };
        const message = randomUUID();
        const made = (await post(mona, forged, message)).success();
        const { id, channel: where, kind, language, title, text, action } = made;
        expectEqual(
          { id, channel: where, kind, language, title, text, action },
          { id: message, title: undefined, action: undefined, ...said },
          'what was posted',
        );
        expectEqual(made.author, { id: person, displayName }, 'the author');
        expectEqual(
          [made.replies, made.editedAt, made.withdrawnAt],
          [0, undefined, undefined],
          'replies, editedAt and withdrawnAt',
        );
        const apart = Math.abs(Date.parse(made.postedAt) - Date.now());
        expect(apart < 300_000, `postedAt is ${made.postedAt}, and has to be now`);
        const done = kind === 'alert' ? { count: 0, of: 3 } : undefined;
        expectEqual(made.done, done, 'done');
        expectEqual(await look(there.as('kim'), message), made, 'what another person reads');
      }
    },
  },
  {
    id: 'messages/once',
    title: 'The same id with the same body posts once, and answers with the message as it is now',
    requirements: ['MSG-7'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const robin = there.as('robin');
      const [said, id] = [draft('team', { title: 'Once' }), randomUUID()];
      const answers = await Promise.all(Array.from({ length: 5 }, () => post(robin, said, id)));
      const first = answers.map((each) => each.success());
      const shuffled = Object.fromEntries(Object.entries(said).reverse());
      const again = (
        await robin.try('messages.record', { message: id, ...shuffled, more: true })
      ).success();
      for (const each of [...first, again]) expectEqual(each, first[0], 'the answer');
      expectEqual(await listed(robin, 'team'), [id], 'what is listed');
      const revision = { revision: randomUUID(), message: id, text: 'Said more clearly' };
      (await robin.ask('revisions.record', revision)).success();
      await say(there.as('kim'), 'team', { thread: id });
      const now = (await post(robin, said, id)).success();
      expectEqual(now, await look(robin, id), 'the answer to what was changed meanwhile');
      expectEqual([now.text, now.replies], [revision.text, 1], 'its text and replies');
    },
  },
  {
    id: 'messages/reused',
    title: 'An id that was used for something else, or by somebody else, posts nothing',
    requirements: ['MSG-8', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, kim] = [there.as('robin'), there.as('kim')];
      const said = draft('team');
      const made = (await post(robin, said)).success();
      for (const other of [
        { ...said, text: 'Something else' },
        { ...said, title: 'With a title' },
        { ...said, language: 'de' },
      ]) {
        (await post(robin, other, made.id)).refused('message-reused');
      }
      for (const other of [said, draft('team')]) {
        (await post(kim, other, made.id)).refused('not-found');
      }
      expectEqual(await look(robin, made.id), made, 'the message after refusals');
      expectEqual(await listed(kim, 'team'), [made.id], 'what is listed after refusals');
    },
  },
  {
    id: 'messages/may',
    title: 'Who may not announce broadcasts nothing, and who may not discuss says nothing',
    requirements: ['MSG-9', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const { id: thread } = await say(mona, 'told', { kind: 'broadcast' });
      const { id: asked } = (await post(mona, alert('team'))).success();
      for (const said of [
        ...[draft('team', { kind: 'broadcast' }), alert('team'), draft('told')],
        draft('told', { thread }),
      ]) {
        (await post(robin, said)).refused('forbidden');
      }
      (await post(mona, draft('told', { thread }))).refused('forbidden');
      for (const said of [draft('team'), draft('team', { thread: asked }), alert('team')]) {
        (await post(there.as('otis'), said)).refused('forbidden');
        (await post(there.as('sasha'), said)).refused('not-found');
      }
      expectEqual(
        [await listed(mona, 'team'), await listed(mona, 'told'), (await look(mona, asked)).replies],
        [[asked], [thread], 0],
        'what is listed after refusals',
      );
    },
  },
  {
    id: 'messages/threads',
    title: 'A reply is a discussion, to a message of the channel that begins a thread and is there',
    requirements: ['MSG-10', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const mona = there.as('mona');
      const first = await say(mona, 'team', { kind: 'broadcast' });
      const reply = await say(there.as('robin'), 'team', { thread: first.id });
      const gone = await say(mona, 'team');
      const withdrawal = { revision: randomUUID(), message: gone.id, withdraw: true as const };
      (await mona.ask('revisions.record', withdrawal)).success();
      const elsewhere = await say(mona, 'told', { kind: 'broadcast' });
      for (const said of [
        ...[draft('team', { thread: reply.id }), draft('team', { thread: gone.id })],
        draft('team', { thread: first.id, kind: 'broadcast' }),
        alert('team', { thread: first.id, title: undefined }),
      ]) {
        (await post(mona, said)).refused('not-open-for-this');
      }
      for (const thread of [elsewhere.id, randomUUID()]) {
        (await post(mona, draft('team', { thread }))).refused('not-found');
      }
      expectEqual(await listed(mona, 'team', { thread: first.id }), [reply.id], 'the replies');
      expectEqual((await look(mona, first.id)).replies, 1, 'how many replies there are');
      expectEqual(await listed(mona, 'team'), [gone.id, first.id], 'what is listed');
    },
  },
  {
    id: 'messages/misfits',
    title: 'An alert says what is to be done, nothing else does, and a reply has no title',
    requirements: ['MSG-11', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const mona = there.as('mona');
      const { id: thread } = await say(mona, 'team');
      const { action } = alert('team');
      for (const said of [
        draft('team', { kind: 'alert' }),
        draft('team', { kind: 'broadcast', action }),
        draft('team', { action }),
        draft('team', { thread, title: 'A title' }),
      ]) {
        (await post(mona, said)).refused('invalid');
      }
      expectEqual(await listed(mona, 'team'), [thread], 'what is listed after refusals');
      expectEqual((await look(mona, thread)).replies, 0, 'how many replies there are');
    },
  },
  {
    id: 'messages/logged',
    title: 'Every message is an entry of the log, and none that was refused or sent again',
    requirements: ['MSG-12', 'LOG-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [mona, otis] = [there.as('mona'), there.as('otis')];
      const entries = async () => (await otis.all('log.entries', {})).length;
      const before = await entries();
      const [said, id] = [alert('team'), randomUUID()];
      (await post(mona, said, id)).success();
      (await post(mona, said, id)).success();
      await say(mona, 'team', { thread: id });
      (await post(there.as('robin'), alert('team'))).refused('forbidden');
      expectEqual((await entries()) - before, 2, 'entries that a message and a reply added');
    },
  },
);
