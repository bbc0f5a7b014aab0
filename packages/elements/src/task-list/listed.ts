import type { Task } from '@heed/sdk';
import type { Found } from './sources.js';

const isOpen = ({ state, mine }: Task): boolean => state === 'open' && mine?.state === 'open';

/** What is known about tasks of the person. */
export interface Known {
  readonly found: Found | undefined;
  /** What has ended, as far as it was asked for. */
  readonly ended: readonly Task[] | undefined;
  /** The one that a link leads to, where it is in no list. */
  readonly linked: Task | undefined;
  /** Ids of those of which something waits. */
  readonly waiting: ReadonlySet<string> | undefined;
}

/** What is open, and what was done there that is not recorded; and what is past. */
export function listed({ found, ended = [], linked, waiting }: Known): {
  rows: readonly Task[];
  past: readonly Task[];
} {
  const { open = [], kept = [] } = found ?? {};
  const has = (some: readonly Task[], { id }: Task): boolean => some.some((one) => one.id === id);
  const here = [...open, ...kept.filter(({ id }) => waiting?.has(id))];
  const rows = linked && isOpen(linked) && !has(here, linked) ? [...here, linked] : here;
  const rest = ended.filter((one) => !has(rows, one));
  const past = linked && !has([...rows, ...rest], linked) ? [linked, ...rest] : rest;
  return { rows, past };
}
