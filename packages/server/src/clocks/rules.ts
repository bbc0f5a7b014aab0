import { clocks, type Circumstance, type Clock, type Law, type Moment } from './laws.js';
import { endOf } from './periods.js';

const hourMs = 3_600_000;

/** What is known of an incident that clocks depend on. Moments are RFC 3339. */
export interface Facts {
  moments: Readonly<Partial<Record<Moment, string>>>;
  /** What it is to the laws. What nobody has judged yet is taken to be so: time does not wait for whoever judges. */
  judged: Readonly<Partial<Record<Circumstance, boolean>>>;
  /** What was sent, and for which clock, in any order. */
  sent: readonly { clock: string; sentAt: string }[];
}

/** Under which laws an organisation is, and where its calendar is. */
export interface Regime {
  laws: readonly Law[];
  /** IANA name, such as `Europe/Berlin`. */
  timeZone: string;
}

/**
 * `waiting`: it has not started. `running`. `sent`: in time. `late`: its time is over, whether it was sent after that or
 * not. `not-applicable`: nothing has to be sent for it.
 */
export type ClockState = 'waiting' | 'running' | 'sent' | 'late' | 'not-applicable';

/** How a clock stands. */
export interface Standing {
  clock: Clock;
  state: ClockState;
  /** Absent while it waits, as the two after it are. */
  startedAt?: Date;
  dueAt?: Date;
  /** From when on the handlers are warned. */
  warnAt?: Date;
  /** When what it asks for was first sent. */
  sentAt?: Date;
}

/** When something was sent for a clock, the first time or the last. */
function sentFor({ sent }: Facts, id: string, which: 'first' | 'last'): Date | undefined {
  const times = sent.filter(({ clock }) => clock === id).map(({ sentAt }) => Date.parse(sentAt));
  if (times.length === 0) return undefined;
  return new Date(which === 'first' ? Math.min(...times) : Math.max(...times));
}

function momentOf({ moments }: Facts, moment: Moment): Date | undefined {
  const at = moments[moment];
  return at === undefined ? undefined : new Date(at);
}

function startOf(clock: Clock, facts: Facts, timeZone: string, now: Date): Date | undefined {
  const { orEndOf, instead } = clock;
  const isInstead = instead && sentFor(facts, instead.sent, 'first') !== undefined;
  const start = isInstead ? instead.start : clock.start;
  const begun =
    'moment' in start ? momentOf(facts, start.moment) : sentFor(facts, start.sent, start.which);
  const before = clocks.find(({ id }) => id === orEndOf);
  const end = before && dueOf(before, facts, timeZone, now)?.dueAt;
  if (!end || (begun && begun <= end)) return begun;
  return begun || now > end ? end : undefined;
}

function dueOf(
  clock: Clock,
  facts: Facts,
  timeZone: string,
  now: Date,
): { startedAt: Date; dueAt: Date; warnAt: Date } | undefined {
  const startedAt = startOf(clock, facts, timeZone, now);
  if (!startedAt) return undefined;
  let dueAt = endOf(startedAt, clock.period, timeZone);
  const after = clock.atMost && momentOf(facts, clock.atMost.after);
  if (clock.atMost && after) {
    const most = new Date(after.getTime() + clock.atMost.hours * hourMs);
    if (startedAt <= most && most < dueAt) dueAt = most;
  }
  const warnAt = new Date(
    Math.max(startedAt.getTime(), dueAt.getTime() - clock.warnHours * hourMs),
  );
  return { startedAt, dueAt, warnAt };
}

/** How one clock stands at a moment. */
export function standingOf(clock: Clock, facts: Facts, timeZone: string, now: Date): Standing {
  const due = dueOf(clock, facts, timeZone, now);
  const sentAt = sentFor(facts, clock.id, 'first');
  // What was sent stays told of, whatever is judged later.
  if (sentAt) {
    return { clock, state: due && sentAt > due.dueAt ? 'late' : 'sent', ...due, sentAt };
  }
  const handledAt = momentOf(facts, 'handledAt');
  const isOver = clock.onlyOngoing && due && handledAt && handledAt <= due.dueAt;
  const isEnded = clock.endedBy && sentFor(facts, clock.endedBy, 'first');
  if (facts.judged[clock.when] === false || isOver || isEnded) {
    return { clock, state: 'not-applicable' };
  }
  if (!due) return { clock, state: 'waiting' };
  return { clock, state: now > due.dueAt ? 'late' : 'running', ...due };
}

/** How the clocks of an incident stand that the laws of an organisation have. */
export function standingsOf(facts: Facts, { laws, timeZone }: Regime, now: Date): Standing[] {
  return clocks
    .filter(({ law }) => laws.includes(law))
    .map((clock) => standingOf(clock, facts, timeZone, now));
}

/** The next moment by which something has to be sent, passed or not; undefined when nothing has to be. */
export function nextDueOf(standings: readonly Standing[]): Standing | undefined {
  return standings
    .filter(({ dueAt, sentAt }) => dueAt && !sentAt)
    .sort((a, b) => Number(a.dueAt) - Number(b.dueAt))[0];
}
