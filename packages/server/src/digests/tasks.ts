import type { Person } from '@heed/contract';
import { enteredAtOf } from '../channels/records.js';
import { findParts } from '../parts/records.js';
import type { Queryable } from '../storage/database.js';
import { listTasks, namedIn, type StoredTask } from '../tasks/records.js';
import type { Digest } from './records.js';
import { reasonFor, type Reason } from './rules.js';

/** A task that a digest tells of. */
export interface NewTask {
  task: StoredTask;
  reason: Reason;
}

/** Tasks that are looked through for one digest at most: the first that are due. */
const most = 200;

const last = (...moments: string[]) => moments.sort().at(-1) ?? '';

/**
 * What is open for a person and new: it was asked, or asked of them once more, or they came to be asked, between two digests; or
 * it was due then. What they asked themselves is not new to them, and neither is what asked them by name: that was told at once.
 */
export async function newTasks(
  db: Queryable,
  tenant: string,
  person: Person,
  { toldAt: told, uptoAt: upto }: Digest,
  now: string,
): Promise<NewTask[]> {
  const page = { of: 'me', state: 'open', after: undefined, limit: most } as const;
  const tasks = await listTasks(db, tenant, person.id, page);
  const ids = tasks.map(({ id }) => id);
  const [parts, named, entered] = await Promise.all([
    findParts(db, tenant, ids, [person.id]),
    namedIn(db, tenant, ids, person.id),
    enteredAtOf(db, tenant, [person.id]),
  ]);
  const entry = entered.get(person.id);
  return tasks.flatMap((task) => {
    const { id, askedAt, audience, dueAt } = task;
    const isOver = dueAt !== null && dueAt <= now;
    const reopened = parts.find((part) => part.task === id)?.at;
    const isTold = !reopened && (named.has(id) || task.person === person.id);
    const since = reopened ?? last(askedAt, (audience !== null && entry?.get(audience)) || '');
    const state = isOver ? 'overdue' : isTold ? 'started' : 'pending';
    const reason = reasonFor({ state, since, dueAt: dueAt ?? undefined }, [], { told, upto });
    return reason ? [{ task, reason }] : [];
  });
}
