const dayMs = 86_400_000;

/** What the calendar and the clock of a place show. */
export interface Local {
  /** The day: its midnight, as if the place kept UTC. */
  midnight: number;
  hour: number;
}

/** One for each zone: to make one takes longer than everything else here. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    ...({ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric' } as const),
    ...({ day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const),
  });
  formats.set(timeZone, made);
  return made;
}

/** Wall clock of a place at a moment, as if it were UTC, to the second. */
function wallOf(at: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const day = [of('year'), of('month') - 1, of('day')] as const;
  return Date.UTC(...day, of('hour'), of('minute'), of('second'));
}

/** What a place shows at a moment. */
export function localOf(at: Date, timeZone: string): Local {
  const wall = wallOf(at.getTime(), timeZone);
  const midnight = Math.floor(wall / dayMs) * dayMs;
  return { midnight, hour: Math.floor((wall - midnight) / 3_600_000) };
}

/**
 * The last millisecond of a day in a place, however long the day is there.
 *
 * @param midnight the day, as {@link localOf} gives it.
 */
export function endOfDay(midnight: number, timeZone: string): Date {
  const next = midnight + dayMs;
  // The place keeps one time before the night and maybe another after it, and its day may begin at 01:00 or twice.
  const starts = [next - dayMs, next + dayMs]
    .map((around) => next - (wallOf(around, timeZone) - around))
    .filter((start) => wallOf(start, timeZone) >= next);
  return new Date(Math.min(...starts) - 1);
}

/** A date and time of a place in plain text, such as `2026-01-22 09:14`, as RFC 3339 UTC; undefined when it is none. */
export function localDateTime(text: string, timeZone: string): string | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?$/.exec(text.trim());
  const wall = found ? Date.parse(`${found[1]}T${found[2] ?? '00:00'}Z`) : NaN;
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(found?.[1] ?? ''))
    return undefined;
  const times = [wall - dayMs, wall + dayMs].map(
    (around) => wall - (wallOf(around, timeZone) - around),
  );
  // A time that the clock shows twice is the first one; one that it leaves out is when it went on.
  const shown = times.filter((time) => wallOf(time, timeZone) === wall);
  return new Date(shown.length > 0 ? Math.min(...shown) : Math.max(...times)).toISOString();
}
