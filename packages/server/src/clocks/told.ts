import type { Clock } from '@heed/contract';
import type { SentNotification } from '../notifications/records.js';
import type { StoredLaw } from './records.js';
import type { Standing } from './rules.js';

/** The first that was sent for a clock. */
const firstFor = (sent: readonly SentNotification[], clock: string): SentNotification | undefined =>
  sent
    .filter((one) => one.clock === clock)
    .sort((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt) || a.number - b.number)[0];

function toldSent(
  { id, sentAt, authority, ...who }: SentNotification,
  withNames: boolean,
): Clock['sent'] {
  const author = { id: who.person, displayName: who.authorName };
  return { notification: id, sentAt, authority, ...(withNames && { author }) };
}

/** A clock as the contract tells it. */
export function toldClock(
  { clock, state, startedAt, dueAt, warnAt }: Standing,
  {
    laws,
    sent,
    withNames,
  }: {
    laws: readonly StoredLaw[];
    sent: readonly SentNotification[];
    withNames: boolean;
  },
): Clock {
  const { id, law, article, title, to } = clock;
  const first = firstFor(sent, id);
  // What whoever reported has to be sent goes to no authority.
  const own = law === 'whistleblowing' ? undefined : laws.find((one) => one.id === law)?.authority;
  return {
    ...{ id, law, article, title, authority: own ?? to, state },
    ...(startedAt && { startedAt: startedAt.toISOString() }),
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    ...(warnAt && { warnAt: warnAt.toISOString() }),
    ...(first && { sent: toldSent(first, withNames) }),
  };
}
