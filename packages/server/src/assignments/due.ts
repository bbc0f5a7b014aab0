import type { Due } from '@heed/contract';

const dayMs = 86_400_000;

/** The last millisecond of the UTC day of a moment, RFC 3339 UTC. */
function endOfDay(moment: number): string {
  return new Date(Math.floor(moment / dayMs) * dayMs + dayMs - 1).toISOString();
}

function firstYearly(monthDay: string, began: number): number {
  const year = new Date(began).getUTCFullYear();
  const days = [year, year + 1].map((each) => {
    const [month, day] = monthDay.split('-').map(Number) as [number, number];
    // 29 February falls on the 28th in other years, not on 1 March.
    const last = new Date(Date.UTC(each, month, 0)).getUTCDate();
    return Date.UTC(each, month - 1, Math.min(day, last));
  });
  return days.find((each) => each + dayMs > began) ?? began;
}

/**
 * When an assignment that began at `began` is due, RFC 3339 UTC; undefined without a rule.
 * A due day lasts until its end in UTC. `days` counts from the day it began; `yearly` is the first such
 * day from then on. A fixed date before the beginning becomes the day it began: nobody is overdue in
 * the moment they are first asked.
 */
export function dueAt(due: Due, began: string): string | undefined {
  const start = Date.parse(began);
  if (due.days !== undefined) return endOfDay(start + due.days * dayMs);
  if (due.date !== undefined) return endOfDay(Math.max(start, Date.parse(due.date)));
  if (due.yearly !== undefined) return endOfDay(firstYearly(due.yearly, start));
  return undefined;
}
