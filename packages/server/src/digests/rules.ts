import { localOf } from '../time-zone.js';

/** How often somebody gets a digest. */
export type Cadence = 'daily' | 'weekly' | 'never';

/** Days of the week, as they are set. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A day of the week. */
export type Weekday = (typeof weekdays)[number];

/** When digests may go out; the rest is quiet. */
export interface Hours {
  /** IANA name, such as `Europe/Berlin`. */
  timeZone: string;
  /** The first of them is the day of the weekly digest. */
  days: readonly [Weekday, ...Weekday[]];
  /** Hour of the day from which on digests go out. */
  from: number;
  /** Hour of the day from which on they wait for the next day. */
  until: number;
}

/** The days whose digests may go out now, such as `2026-11-30`. */
export type Slots = Record<'daily' | 'weekly', string>;

const dayMs = 86_400_000;

/** How far back a first digest looks. */
export const firstMs = 7 * dayMs;

/** What is asked bears the time at which its transaction began, so a digest tells it when that is over for certain. */
export const settledMs = 5 * 60_000;

const weekdayOf = (midnight: number) => weekdays[(midnight / dayMs + 3) % 7] as Weekday;
const named = (midnight: number) => new Date(midnight).toISOString().slice(0, 10);

/**
 * Which digests may go out now: that of today, and that of the last day on which a week begins. Undefined while it is
 * quiet. What was missed for a day or three is thus one digest, when it is no longer quiet.
 */
export function slotsAt(now: Date, { timeZone, days, from, until }: Hours): Slots | undefined {
  const { midnight, hour } = localOf(now, timeZone);
  if (!days.includes(weekdayOf(midnight)) || hour < from || hour >= until) return undefined;
  let week = midnight;
  while (weekdayOf(week) !== days[0]) week -= dayMs;
  return { daily: named(midnight), weekly: named(week) };
}

/** Something that is asked of a person. */
interface Asked {
  state: string;
  since: string;
  dueAt?: string | undefined;
}

/** Why a digest tells of what is asked. */
export type Reason = 'new' | 'soon' | 'overdue';

/**
 * Why a digest that tells what happened after `told` and up to `upto` tells of what is asked; undefined when it does not.
 * Each moment lies between two digests once, so none is told twice: when it was asked, a reminder, and when its time was over.
 *
 * @param reminders days before it is due.
 */
export function reasonFor(
  { state, since, dueAt }: Asked,
  reminders: readonly number[],
  { told, upto }: { told: string; upto: string },
): Reason | undefined {
  const isNow = (moment: number) => moment > Date.parse(told) && moment <= Date.parse(upto);
  if (!['pending', 'started', 'overdue'].includes(state)) return undefined;
  const due = dueAt === undefined ? undefined : Date.parse(dueAt);
  if (state === 'overdue') return due !== undefined && isNow(due) ? 'overdue' : undefined;
  if (state === 'pending' && isNow(Date.parse(since))) return 'new';
  if (due === undefined) return undefined;
  return reminders.some((days) => isNow(due - days * dayMs)) ? 'soon' : undefined;
}
