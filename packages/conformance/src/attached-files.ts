import { randomUUID } from 'node:crypto';
import { checks, expectEqual } from './kit/check.js';
import { upload } from './kit/files.js';
import type { Session } from './kit/session.js';
import { draft, look, post } from './kit/talk.js';
import { channel, office } from './kit/world.js';

const team = () => office(channel('team', ['robin', 'kim']), channel('other', ['sasha', 'robin']));

const said = (attachments: string[], more: object = {}) => draft('team', { attachments, ...more });

async function refusedTo(people: readonly Session[], attachment: string): Promise<boolean[]> {
  const answers = await Promise.all(
    people.map((one) => one.ask('attachments.read', { attachment })),
  );
  return answers.map((answer) => {
    if (answer.status === 200) return false;
    answer.refused('not-found');
    return true;
  });
}

/** Files that stand in messages. */
export const attachedFileChecks = checks(
  {
    id: 'attachments/open',
    title:
      'A file is its sender’s until a message names it, then of all who see that, and of nobody once it is withdrawn',
    requirements: ['ATT-10', 'ACC-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const robin = there.as('robin');
      const people = ['robin', 'kim', 'sasha', 'otis'].map((name) => there.as(name));
      const { id } = await upload(robin, 'for the team');
      expectEqual(await refusedTo(people, id), [false, true, true, true], 'refused while unnamed');
      const message = (await post(robin, said([id]))).success();
      expectEqual(await refusedTo(people, id), [false, false, true, false], 'refused when named');
      const withdrawn = { revision: randomUUID(), message: message.id, withdraw: true as const };
      (await robin.ask('revisions.record', withdrawn)).success();
      expectEqual(await refusedTo(people, id), [true, true, true, true], 'refused when withdrawn');
      expectEqual((await look(robin, message.id)).attachments, undefined, 'attachments then');
      const half = randomUUID();
      (await robin.ask('attachments.record', { attachment: half, name: 'a', size: 9 })).success();
      (await robin.ask('attachments.read', { attachment: half })).refused('not-found');
    },
  },
  {
    id: 'attachments/named',
    title: 'A message names ready files of its author, in their order, or is not posted',
    requirements: ['MSG-15', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, kim] = [there.as('robin'), there.as('kim')];
      const [one, two] = [await upload(robin, 'one'), await upload(robin, 'two', 'two.csv')];
      const theirs = await upload(kim, 'theirs');
      const half = randomUUID();
      (await robin.ask('attachments.record', { attachment: half, name: 'a', size: 9 })).success();
      (await post(robin, said([one.id, theirs.id]))).refused('not-found');
      (await post(robin, said([one.id, randomUUID()]))).refused('not-found');
      (await post(robin, said([one.id, half]))).refused('not-open-for-this');
      (await post(robin, said([one.id, one.id]))).refused('invalid');
      const many = Array.from({ length: 11 }, () => one.id);
      (await post(robin, said(many))).refused('invalid');
      expectEqual(
        await refusedTo([kim], one.id),
        [true],
        'refused to others, nothing being posted',
      );
      const told = [two, one].map(({ id, name, size, mediaType, hash }) => ({
        ...{ id, name, size, mediaType, hash },
      }));
      const made = (await post(robin, said([two.id, one.id]))).success();
      expectEqual(made.attachments, told, 'attachments of the message');
      expectEqual((await look(kim, made.id)).attachments, told, 'those that another person reads');
      (await post(robin, said([one.id]))).refused('not-open-for-this');
      const again = draft('team', { thread: made.id, attachments: [two.id] });
      (await post(robin, again)).refused('not-open-for-this');
    },
  },
);
