const day = 86_400_000;
const days = new Map<string, Intl.DateTimeFormat>();

/** The date that a place has at a moment, such as `2026-11-24`. */
export function dateAt(moment: string | number, timeZone: string): string {
  const format = days.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  days.set(timeZone, format);
  return format.format(new Date(moment));
}

/** The last millisecond of a date in a place. */
export function lastOf(date: string, timeZone: string): string {
  let within = Date.parse(date) - day;
  let after = Date.parse(date) + 3 * day;
  while (after - within > 1) {
    const between = Math.floor((within + after) / 2);
    if (dateAt(between, timeZone) <= date) within = between;
    else after = between;
  }
  return new Date(within).toISOString();
}

/** So many hours after a moment. */
export const hoursAfter = (moment: string, hours: number): string =>
  new Date(Date.parse(moment) + hours * 3_600_000).toISOString();

/** The end of so many days after a moment, by the calendar of a place. */
export function daysAfter(moment: string, count: number, timeZone: string): string {
  const date = new Date(Date.parse(dateAt(moment, timeZone)) + count * day);
  return lastOf(date.toISOString().slice(0, 10), timeZone);
}

/** The end of so many months after a moment, by the calendar of a place. */
export function monthsAfter(moment: string, count: number, timeZone: string): string {
  const [year = 0, month = 1, date = 1] = dateAt(moment, timeZone).split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastDate)));
  return lastOf(end.toISOString().slice(0, 10), timeZone);
}
