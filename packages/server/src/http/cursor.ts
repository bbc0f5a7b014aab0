import type { Contract } from '@heed/contract';
import { Failure } from './failure.js';

/** Where a page ended: the sort key of its last row. */
export type Key = readonly (string | number)[];

/** Noun of a list: the cursor of one leads nowhere in another. */
export type List = {
  [Noun in keyof Contract]: Contract[Noun] extends { list: unknown } | { entries: unknown }
    ? Noun
    : never;
}[keyof Contract];

/** An opaque cursor (base64url) for the rows of that list after `key`. */
export function formatCursor(list: List, key: Key): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

/** The sort key inside a cursor of that list, of `length` members. Fails with invalid when it is not one of it (LST-3). */
export function parseCursor(
  list: List,
  cursor: string | undefined,
  length: number,
): Key | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts[0] === list) {
      const key: unknown[] = parts.slice(1);
      if (key.length === length && key.every(isPart)) return key;
    }
  } catch {
    // Falls through: an unreadable cursor and a foreign one are the same mistake.
  }
  throw foreignCursor();
}

/** The problem of a cursor that is not of this list. */
export function foreignCursor(): Failure {
  return new Failure('invalid', 'Start the list again without the cursor.', {
    errors: [{ pointer: '#query/cursor', message: 'This cursor does not belong to this list' }],
  });
}

function isPart(value: unknown): value is string | number {
  return typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value === 'string' && !value.includes('\0');
}

/** One page out of `limit + 1` rows read in order: the extra row only tells that another page follows. */
export function cut<T>(
  list: List,
  rows: T[],
  limit: number,
  keyOf: (row: T) => Key,
): { items: T[]; next?: string } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, next: formatCursor(list, keyOf(last)) } : { items };
}
