import { endOfDay, localOf } from '../time-zone.js';
import type { Period } from './laws.js';

const dayMs = 86_400_000;

/** The same date so many months later, or the last day of that month when it has no such date. */
function monthsLater(midnight: number, months: number): number {
  const from = new Date(midnight);
  const month = from.getUTCMonth() + months;
  const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), last));
}

/**
 * When a period ends that begins with something that happened at `from`.
 *
 * Hours are counted as they pass, whatever the clocks on the wall do. Days and months are those of the calendar of the place:
 * the day of what happened is not counted, and the period ends with the last hour of its last day (Regulation (EEC, Euratom)
 * No 1182/71, Art. 3). It is not prolonged over weekends and holidays: see decision 025.
 */
export function endOf(from: Date, period: Period, timeZone: string): Date {
  if ('hours' in period) return new Date(from.getTime() + period.hours * 3_600_000);
  const { midnight } = localOf(from, timeZone);
  const last =
    'days' in period ? midnight + period.days * dayMs : monthsLater(midnight, period.months);
  return endOfDay(last, timeZone);
}
