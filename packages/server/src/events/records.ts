import type { Queryable } from '../storage/database.js';

/** What is told to those whom the message is open to. */
const told = [
  'isms.message.posted',
  'isms.message.imported',
  'isms.message.changed',
  'isms.message.withdrawn',
  'isms.alert.done',
];

/** What may open or close a channel to somebody. */
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

/** Number of entries with the last one that may have opened or closed a channel to somebody; 0 when there is none. */
export async function openingPlace(db: Queryable, tenant: string): Promise<number> {
  const [row] = await db.query<{ place: number | null }>(
    `select max(index) + 1 as place from audit_events where tenant = $1 and type = any($2::text[])`,
    [tenant, opening],
  );
  return row?.place ?? 0;
}
