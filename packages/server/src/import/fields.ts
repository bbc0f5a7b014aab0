import type { Ledger } from './ledger.js';
import { oneLine } from './line.js';

/** Whether a text is an RFC 3339 full-date that exists in the calendar. */
export function isDay(text: string): boolean {
  // Nothing is dated in a year 0, which PostgreSQL does not have.
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The greatest version number: a column of the database holds 2147483647, and later ones need room. */
export const MAX_VERSION = 2_000_000_000;

/** The most days that a rule may count: a hundred years. */
export const MAX_DAYS = 36_500;

/** Where a set of fields stands. */
export interface Place {
  file: string;
  /** Line of a field, or of the whole when the field has none. */
  lineOf(field: string): number | undefined;
}

/**
 * Typed access to fields that somebody wrote by hand. A value of the wrong kind is a problem with its
 * line, and then counts as absent.
 */
export class Fields {
  readonly #seen = new Set<string>();

  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly place: Place,
    private readonly ledger: Ledger,
  ) {}

  /** Reports a problem on the line of a field. */
  complain(field: string, message: string): undefined {
    this.ledger.problem(this.place.file, this.place.lineOf(field), message);
    return undefined;
  }

  /** The value as it stands; null counts as absent. */
  value(field: string): NonNullable<unknown> | undefined {
    this.#seen.add(field);
    return this.values[field] ?? undefined;
  }

  text(field: string): string | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    if (typeof value === 'string' && oneLine(value) !== '') return oneLine(value);
    if (typeof value === 'number') return String(value);
    return this.complain(field, `${field} must be a text.`);
  }

  texts(field: string): string[] {
    const value = this.value(field);
    if (value === undefined) return [];
    const list = Array.isArray(value) ? (value as unknown[]) : [value];
    const texts = list.flatMap((item) =>
      typeof item === 'string' || typeof item === 'number' ? oneLine(String(item)) || [] : [],
    );
    if (texts.length < list.length) this.complain(field, `${field} must be a list of texts.`);
    return texts;
  }

  wholes(field: string): number[] {
    const value = this.value(field) ?? [];
    const list = Array.isArray(value) ? (value as unknown[]) : [value];
    const numbers = list.filter(
      (item): item is number =>
        Number.isInteger(item) && Number(item) >= 0 && Number(item) <= MAX_DAYS,
    );
    if (numbers.length < list.length)
      this.complain(field, `${field} must be whole numbers of days, ${MAX_DAYS} at most.`);
    return numbers;
  }

  day(field: string): string | undefined {
    const text = this.text(field);
    if (text === undefined || isDay(text)) return text;
    return this.complain(field, `${field} must be a date such as 2026-11-24, not “${text}”.`);
  }

  /** A version number: a whole number from 1. */
  count(field: string): number | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    const whole = typeof value === 'number' && Number.isInteger(value);
    if (whole && value >= 1 && value <= MAX_VERSION) return value;
    const most = MAX_VERSION.toLocaleString('en');
    return this.complain(
      field,
      `${field} must be a whole number from 1 to ${most}; use label for “2.1”.`,
    );
  }

  flag(field: string): boolean | undefined {
    const value = this.value(field);
    if (value === undefined || typeof value === 'boolean') return value;
    return this.complain(field, `${field} must be true or false.`);
  }

  choice<const T extends string>(field: string, allowed: readonly T[]): T | undefined {
    const text = this.text(field);
    const found = allowed.find((one) => one === text?.toLowerCase());
    if (text === undefined || found !== undefined) return found;
    return this.complain(field, `${field} must be one of ${allowed.join(', ')}, not “${text}”.`);
  }

  /** Reports the fields nobody asked for: most likely a slip of the pen. */
  rest(): void {
    for (const field of Object.keys(this.values)) {
      if (this.#seen.has(field)) continue;
      const message = `${field} is not a known field; it was not read.`;
      this.ledger.note(this.place.file, this.place.lineOf(field), message);
    }
  }
}
