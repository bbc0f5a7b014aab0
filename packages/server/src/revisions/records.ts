import type { Queryable } from '../storage/database.js';

/** What a message said at one time, as stored. */
export interface StoredRevision {
  id: string;
  message: string;
  /** From 1, which is what was posted. */
  number: number;
  person: string | null;
  recordedAt: string;
  title: string | null;
  /** Absent where it was withdrawn. */
  text: string | null;
  bodyHash: string;
}

const columns = `id, message, number, person, recorded_at as "recordedAt", title, text,
  body_hash as "bodyHash"`;

/** One revision by id. */
export async function findRevision(
  db: Queryable,
  tenant: string,
  id: string,
): Promise<StoredRevision | undefined> {
  const [row] = await db.query<StoredRevision>(
    `select ${columns} from message_revisions where tenant = $1 and id = $2`,
    [tenant, id],
  );
  return row;
}

/** What a message said over time, oldest first. */
export async function listRevisions(
  db: Queryable,
  tenant: string,
  message: string,
  page: { after: number; limit: number },
): Promise<StoredRevision[]> {
  return db.query<StoredRevision>(
    `select ${columns} from message_revisions
     where tenant = $1 and message = $2 and number > $3 order by number limit $4`,
    [tenant, message, page.after, page.limit],
  );
}

/** Stores what a message says from now on. */
export async function insertRevision(
  tx: Queryable,
  tenant: string,
  revision: Omit<StoredRevision, 'number'>,
): Promise<void> {
  await tx.query(
    `insert into message_revisions (tenant, id, message, number, person, recorded_at, title, text,
       body_hash)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5::timestamptz, $6, $7, $8
     from message_revisions where tenant = $1 and message = $3`,
    [
      ...[tenant, revision.id, revision.message, revision.person, revision.recordedAt],
      ...[revision.title, revision.text, revision.bodyHash],
    ],
  );
}
