const day = 86_400_000;

const midnight = (time: Date): number =>
  Date.UTC(time.getFullYear(), time.getMonth(), time.getDate());

/**
 * A due date the way people say it: today, tomorrow, in 5 days, in 3 weeks, in 2 months.
 * Whole calendar days in the person's own time zone.
 */
export function relativeDay(time: string, language: string, now = new Date()): string {
  const days = Math.round((midnight(new Date(time)) - midnight(now)) / day);
  const say = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (Math.abs(days) < 14) return say.format(days, 'day');
  if (Math.abs(days) < 60) return say.format(Math.round(days / 7), 'week');
  return say.format(Math.round(days / 30.44), 'month');
}

/** A day in full, for example 2 November 2026. */
export const fullDay = (time: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(time));
