import { randomUUID } from 'node:crypto';
import type { Message } from '@heed/contract';
import type { Asker, Whose } from '../kit/things.js';
import { alert, draft, textHashOf } from '../kit/talk.js';
import type { Trial } from '../kit/trial.js';
import { canaries, roomOf } from '../kit/world.js';
import { everybody, lost, managed, nobody, overseers, shut, yes, type Row } from './cells.js';

/** An alert, and the channel that it is in. */
export interface Place {
  channel: string;
  message: string;
  /** What the alert says. */
  says: Pick<Message, 'title' | 'text' | 'action'>;
}

/** What there is to ask about, by who asks and whose it is. */
export async function places(t: Trial): Promise<(role: Asker, whose: Whose) => Place> {
  const talk = await t.talk();
  const place = (channel: string, message: string): Place => ({
    ...{ channel, message, says: talk.alerts[message] ?? alert(channel) },
  });
  const foreign = place(roomOf(canaries.foreign), talk.foreign);
  return (role, whose) => {
    if (whose === 'foreign') return foreign;
    if (whose === 'other') return place(roomOf(canaries.own), talk.room);
    if (whose === 'absent') return place('not-there', randomUUID());
    return role === 'supplier' ? place('desk', talk.desk) : place('news', talk.alert);
  };
}

const open = { own: everybody, other: overseers, foreign: nobody, absent: nobody } as const;
const watched = [lost, lost, shut, shut] as const;
const unasked = 'not-open-for-this';

const inChannel = ({ channel }: Place) => ({ channel });
const inMessage = ({ message }: Place) => ({ message });

/** Endpoints of channels that name a thing; what is others’ is in a channel that only overseers see besides. */
export const groupRows: readonly Row<Place>[] = [
  {
    things: places,
    name: 'channels.read',
    requirements: ['CHN-3', 'ACC-4', 'ACC-5'],
    input: inChannel,
    cells: open,
  },
  {
    things: places,
    name: 'positions.record',
    requirements: ['POS-3', 'ACC-4', 'ACC-5'],
    input: ({ channel, message }) => ({ channel, message }),
    cells: open,
  },
  {
    things: places,
    name: 'messages.list',
    requirements: ['MSG-1', 'ACC-4', 'ACC-5'],
    input: inChannel,
    cells: open,
  },
  {
    things: places,
    name: 'messages.read',
    requirements: ['MSG-6', 'ACC-4', 'ACC-5'],
    input: inMessage,
    cells: open,
  },
  {
    things: places,
    name: 'messages.record',
    requirements: ['MSG-9', 'ACC-4', 'ACC-5'],
    input: ({ channel }) => ({ message: randomUUID(), ...draft(channel) }),
    cells: { ...open, other: watched },
  },
  {
    things: places,
    name: 'revisions.record',
    requirements: ['REV-2', 'ACC-4', 'ACC-5'],
    // In the same words, since others say meanwhile that it is done of these.
    input: ({ message, says: { title, text } }) => ({
      ...{ revision: randomUUID(), message, text, ...(title !== undefined && { title }) },
    }),
    cells: { ...open, own: [shut, shut, yes, shut], other: watched },
  },
  {
    things: places,
    name: 'revisions.list',
    requirements: ['REV-7', 'ACC-4', 'ACC-5'],
    input: inMessage,
    cells: { ...open, own: managed },
  },
  {
    things: places,
    name: 'completions.record',
    requirements: ['DONE-2', 'ACC-4', 'ACC-5'],
    input: ({ message, says }) => ({ message, textHash: textHashOf(says) }),
    cells: { ...open, other: [lost, lost, unasked, unasked] },
  },
  {
    things: places,
    name: 'completions.list',
    requirements: ['DONE-6', 'ACC-4', 'ACC-5'],
    input: inMessage,
    cells: { ...open, own: managed },
  },
];
