import { eventTypes } from '../steps/records.js';
import type { Queryable } from '../storage/database.js';

/** What is told to those whom the message is open to. */
const told = [
  'isms.message.posted',
  'isms.message.imported',
  'isms.message.changed',
  'isms.message.withdrawn',
  'isms.alert.done',
  'isms.message.reacted',
  'isms.message.pinned',
  'isms.message.unpinned',
];

/** What is told of tasks: what was asked, by the id of the task, and every step, by its own. */
const ofTasks = ['isms.task.asked', ...Object.values(eventTypes)];

/** What may open or close a channel or a task to somebody. */
const opening = [
  'isms.people.imported',
  'isms.audience.defined',
  'isms.audience.removed',
  'isms.channel.defined',
  'isms.channel.removed',
];

/** How far a tenant has come. */
export interface Mark {
  /** Number of entries in its log. */
  place: number;
  /** Revision of its content. */
  revision: number;
}

/** How far the tenant has come: one statement, asked several times a second while somebody listens. */
export async function readMark(db: Queryable, tenant: string): Promise<Mark> {
  const [row] = await db.query<Mark>(
    `select
       coalesce((select max(index) + 1 from audit_events where tenant = $1), 0) as place,
       coalesce((select revision from contents where tenant = $1), 0) as revision`,
    [tenant],
  );
  return row ?? { place: 0, revision: 0 };
}

/** A message about which something happened. */
export interface Change {
  message: string;
  /** Number of entries of the log with the last of it. */
  place: number;
}

/** The messages about which something happened between two places, each once, the last first; at most `limit`. */
export async function changesBetween(
  db: Queryable,
  tenant: string,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<Change[]> {
  return db.query<Change>(
    `select subject as message, max(index) + 1 as place from audit_events
     where tenant = $1 and index >= $2 and index < $3 and type = any($4::text[])
       and subject is not null
     group by subject order by max(index) desc limit $5`,
    [tenant, after, upTo, told, limit],
  );
}

/** Something that happened with a task. */
export interface TaskChange {
  task: string;
  /** Who asked. */
  author: string;
  /** Whose part it is about; absent where it is about all of the task. */
  about: string | null;
  /** Number of entries of the log with the last of it. */
  place: number;
}

/** What happened with tasks between two places, each task and part once, the last first; at most `limit`. */
export async function taskChangesBetween(
  db: Queryable,
  tenant: string,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<TaskChange[]> {
  return db.query<TaskChange>(
    `select t.id as task, t.person as author, s.about, max(e.index) + 1 as place
     from audit_events e
     left join task_steps s on e.type <> 'isms.task.asked' and s.tenant = $1 and s.id = e.subject
     join tasks t on t.tenant = $1 and t.id = coalesce(s.task, e.subject)
     where e.tenant = $1 and e.index >= $2 and e.index < $3 and e.type = any($4::text[])
     group by t.id, t.person, s.about order by max(e.index) desc limit $5`,
    [tenant, after, upTo, ofTasks, limit],
  );
}

/** Number of entries with the last one that may have opened or closed a channel to somebody; 0 when there is none. */
export async function openingPlace(db: Queryable, tenant: string): Promise<number> {
  const [row] = await db.query<{ place: number | null }>(
    `select max(index) + 1 as place from audit_events where tenant = $1 and type = any($2::text[])`,
    [tenant, opening],
  );
  return row?.place ?? 0;
}
