import type { Queryable } from '../storage/database.js';

/** An unlock as stored. */
export interface StoredUnlock {
  id: string;
  incident: string;
  /** Place in the order of its report. */
  number: number;
  person: string;
  authorName: string;
  reason: string;
  recordedAt: string;
  bodyHash: string;
}

const columns = `id, incident, number, person, author_name as "authorName", reason,
  recorded_at as "recordedAt", body_hash as "bodyHash"`;

/** One unlock by id. */
export async function findUnlock(
  db: Queryable,
  tenant: string,
  id: string,
): Promise<StoredUnlock | undefined> {
  const [row] = await db.query<StoredUnlock>(
    `select ${columns} from incident_unlocks where tenant = $1 and id = $2`,
    [tenant, id],
  );
  return row;
}

/** Unlocks of a report, oldest first. */
export async function listUnlocks(
  db: Queryable,
  tenant: string,
  page: { incident: string; after: number; limit: number },
): Promise<StoredUnlock[]> {
  return db.query<StoredUnlock>(
    `select ${columns} from incident_unlocks
     where tenant = $1 and incident = $2 and number > $3 order by number limit $4`,
    [tenant, page.incident, page.after, page.limit],
  );
}

/** Of these reports, those that somebody has unlocked for themselves. */
export async function unlockedBy(
  db: Queryable,
  tenant: string,
  person: string,
  incidents: readonly string[],
): Promise<Set<string>> {
  const rows = await db.query<{ incident: string }>(
    `select distinct incident from incident_unlocks
     where tenant = $1 and person = $2 and incident = any($3::text[])`,
    [tenant, person, incidents],
  );
  return new Set(rows.map(({ incident }) => incident));
}

/** Stores an unlock at the end of its report. */
export async function insertUnlock(
  tx: Queryable,
  tenant: string,
  one: Omit<StoredUnlock, 'number'>,
): Promise<StoredUnlock> {
  const [row] = await tx.query<{ number: number }>(
    `insert into incident_unlocks (tenant, id, incident, number, person, author_name, reason,
       recorded_at, body_hash)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7::timestamptz, $8
     from incident_unlocks where tenant = $1 and incident = $3
     returning number`,
    [
      ...[tenant, one.id, one.incident, one.person, one.authorName, one.reason],
      ...[one.recordedAt, one.bodyHash],
    ],
  );
  return { ...one, number: row?.number ?? 1 };
}
