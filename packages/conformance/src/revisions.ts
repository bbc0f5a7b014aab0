import { randomUUID } from 'node:crypto';
import type { Message, RevisionDraft } from '@heed/contract';
import type { Answer } from './kit/answer.js';
import { checks, expect, expectEqual } from './kit/check.js';
import type { Session } from './kit/session.js';
import { alert, draft, listed, look, post, say } from './kit/talk.js';
import { channel, office } from './kit/world.js';

const team = () => office(channel('team', ['robin', 'kim', 'mona']));

const revise = (
  session: Session,
  change: RevisionDraft,
  revision: string = randomUUID(),
): Promise<Answer<Message>> => session.ask('revisions.record', { revision, ...change });

const history = async (session: Session, message: string) =>
  (await session.all('revisions.list', { message })).map(({ title, text }) => ({ title, text }));

/** Changes and withdrawals of what was said. */
export const revisionChecks = checks(
  {
    id: 'revisions/once',
    title: 'A change is made once, and answers with the message as it is now',
    requirements: ['REV-1'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, kim] = [there.as('robin'), there.as('kim')];
      const { id: message, ...posted } = await say(robin, 'team', { title: 'Before' });
      const change = { message, text: 'Said more clearly' };
      const revision = randomUUID();
      const made = (await revise(robin, change, revision)).success();
      expectEqual([made.id, made.title, made.text], [message, undefined, change.text], 'it');
      expect(made.html.includes(change.text), `the new text is shown as ${made.html}`);
      expectEqual([made.postedAt, made.author], [posted.postedAt, posted.author], 'the rest');
      const apart = Math.abs(Date.parse(made.editedAt ?? '') - Date.now());
      expect(apart < 300_000, `editedAt is ${made.editedAt}, and has to be now`);
      expectEqual((await revise(robin, change, revision)).success(), made, 'the answer once more');
      expectEqual(await look(kim, message), made, 'what others read');
      (await revise(robin, { message, title: 'After', text: 'Last' })).success();
      const late = (await revise(robin, change, revision)).success();
      expectEqual([late.title, late.text], ['After', 'Last'], 'what a change sent late leaves');
      expectEqual((await history(robin, message)).length, 3, 'how many texts there were');
    },
  },
  {
    id: 'revisions/reused',
    title: 'An id that was used for another change, or by somebody else, changes nothing',
    requirements: ['REV-1', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, kim] = [there.as('robin'), there.as('kim')];
      const [mine, theirs] = [await say(robin, 'team'), await say(kim, 'team')];
      const revision = randomUUID();
      const change = { message: mine.id, text: 'Said more clearly' };
      const made = (await revise(robin, change, revision)).success();
      for (const other of [
        { ...change, text: 'Otherwise' },
        { ...change, title: 'With a title' },
        { message: mine.id, withdraw: true as const },
      ]) {
        (await revise(robin, other, revision)).refused('message-reused');
      }
      (await revise(kim, { message: theirs.id, text: 'Mine' }, revision)).refused('not-found');
      expectEqual(await look(kim, mine.id), made, 'the message after refusals');
      expectEqual(await look(kim, theirs.id), theirs, 'the message of the other person');
    },
  },
  {
    id: 'revisions/who',
    title: 'Only its author changes a message; who may announce withdraws it, too',
    requirements: ['REV-2', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const made = await say(robin, 'team');
      const change = { message: made.id, text: 'Otherwise' };
      const withdrawal = { message: made.id, withdraw: true as const };
      for (const [name, drafts] of [
        ['kim', [change, withdrawal]],
        ['mona', [change]],
        ['otis', [change, withdrawal]],
      ] as const) {
        for (const each of drafts) (await revise(there.as(name), each)).refused('forbidden');
      }
      (await revise(there.as('sasha'), change)).refused('not-found');
      (await revise(robin, { ...change, message: randomUUID() })).refused('not-found');
      expectEqual(await look(mona, made.id), made, 'the message after refusals');
      const gone = (await revise(mona, withdrawal)).success();
      expect(gone.withdrawnAt !== undefined, 'who may announce did not withdraw it');
      const own = await say(robin, 'team');
      const taken = (await revise(robin, { message: own.id, withdraw: true })).success();
      expect(taken.withdrawnAt !== undefined, 'its author did not withdraw it');
    },
  },
  {
    id: 'revisions/withdrawn',
    title: 'A withdrawn message has no text anywhere, keeps its place and replies, and stays so',
    requirements: ['REV-3'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const before = await say(robin, 'team');
      const secret = `secret-${randomUUID()}`;
      const said = alert('team', { title: secret, text: secret });
      const made = (await post(mona, said)).success();
      const reply = await say(robin, 'team', { thread: made.id });
      const other = await say(robin, 'team', { thread: made.id, text: secret });
      const after = await say(robin, 'team');
      (await revise(mona, { message: made.id, withdraw: true })).success();
      (await revise(robin, { message: other.id, withdraw: true })).success();
      expectEqual(await listed(robin, 'team'), [after.id, made.id, before.id], 'what is listed');
      const thread = { channel: 'team', thread: made.id };
      expectEqual(await listed(robin, 'team', thread), [reply.id, other.id], 'its replies');
      for (const answer of [
        await robin.ask('messages.list', { channel: 'team' }),
        await robin.ask('messages.list', thread),
        await robin.ask('messages.read', { message: made.id }),
        await post(mona, said, made.id),
      ]) {
        answer.success();
        expect(!answer.text.includes(secret), `${answer.said} with the text that was withdrawn`);
      }
      const { title, text, html, withdrawnAt, replies } = await look(robin, made.id);
      expectEqual([title, text, html, replies], [undefined, '', '', 1], 'what is left of it');
      expect(!Number.isNaN(Date.parse(withdrawnAt ?? '')), `withdrawnAt is ${withdrawnAt}`);
      (await revise(mona, { message: made.id, text: 'Back' })).refused('not-open-for-this');
      expectEqual((await look(robin, made.id)).text, '', 'the text after a refusal');
    },
  },
  {
    id: 'revisions/logged',
    title: 'Every change and withdrawal is an entry of the log',
    requirements: ['REV-4', 'LOG-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, otis] = [there.as('robin'), there.as('otis')];
      const { id: message } = await say(robin, 'team');
      const entries = async () => (await otis.all('log.entries', {})).length;
      const before = await entries();
      const revision = randomUUID();
      for (let times = 0; times < 2; times++) {
        (await revise(robin, { message, text: 'Otherwise' }, revision)).success();
      }
      (await revise(robin, { message, withdraw: true })).success();
      expectEqual((await entries()) - before, 2, 'entries of a change and a withdrawal');
    },
  },
  {
    id: 'revisions/misfits',
    title: 'A change has a text or withdraws, and not both; a title goes with a text that begins',
    requirements: ['REV-5', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const robin = there.as('robin');
      const made = await say(robin, 'team');
      const reply = await say(robin, 'team', { thread: made.id });
      const [message, withdraw] = [made.id, true as const];
      for (const each of [
        ...[{ message }, { message, title: 'Alone' }, { message, text: 'Both', withdraw }],
        ...[{ message, title: 'Gone', withdraw }],
        { message: reply.id, title: 'Of a reply', text: 'Otherwise' },
      ]) {
        (await revise(robin, each)).refused('invalid');
      }
      expectEqual((await look(robin, made.id)).text, made.text, 'the text after refusals');
      expectEqual(await look(robin, reply.id), reply, 'the reply after refusals');
    },
  },
  {
    id: 'revisions/history',
    title: 'Everything that a message ever said is listed, oldest first, with who said it',
    requirements: ['REV-6'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, mona] = [there.as('robin'), there.as('mona')];
      const people = [robin, robin, mona].map((one) => one.ask('me.read', {}));
      const persons = (await Promise.all(people)).map((answer) => answer.success().id);
      const said = draft('team', { title: 'First' });
      const { id: message, postedAt } = (await post(robin, said)).success();
      const [second, last] = [randomUUID(), randomUUID()];
      const changed = { message, title: 'Second', text: 'Otherwise' };
      const made = (await revise(robin, changed, second)).success();
      const gone = (await revise(mona, { message, withdraw: true }, last)).success();
      const found = await there.as('otis').all('revisions.list', { message });
      expectEqual(
        found,
        [
          { id: message, recordedAt: postedAt, title: said.title, text: said.text },
          { id: second, recordedAt: made.editedAt, title: changed.title, text: changed.text },
          { id: last, recordedAt: gone.withdrawnAt },
        ].map((one, at) => ({ ...one, person: persons[at] })),
        'what it said over time',
      );
    },
  },
  {
    id: 'revisions/open',
    title: 'What a message said before is open to its author and to who oversees',
    requirements: ['REV-7', 'MSG-6'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const robin = there.as('robin');
      const { id: message, text } = await say(robin, 'team');
      (await revise(robin, { message, text: 'Otherwise' })).success();
      const wanted = [{ text }, { text: 'Otherwise' }];
      for (const name of ['robin', 'otis']) {
        expectEqual(await history(there.as(name), message), wanted, `what ${name} is told`);
      }
      for (const name of ['kim', 'mona']) {
        (await there.as(name).ask('revisions.list', { message })).refused('forbidden');
      }
      (await there.as('sasha').ask('revisions.list', { message })).refused('not-found');
    },
  },
);
