import type { Queryable } from '../storage/database.js';

/** A notification as stored. */
export interface StoredNotification {
  id: string;
  incident: string;
  /** Place in the order of its report. */
  number: number;
  clock: string;
  authority: string;
  sentAt: string;
  reference: string | null;
  text: string | null;
  person: string;
  authorName: string;
  recordedAt: string;
  bodyHash: string;
}

/** A notification without what was said in it, which may be long. */
export type SentNotification = Omit<StoredNotification, 'text'>;

const short = `n.id, n.incident, n.number, n.clock, n.authority, n.sent_at as "sentAt", n.reference,
  n.person, n.author_name as "authorName", n.recorded_at as "recordedAt", n.body_hash as "bodyHash"`;

const columns = `${short}, n.text`;

/** One notification by id. */
export async function findNotification(
  db: Queryable,
  tenant: string,
  id: string,
): Promise<StoredNotification | undefined> {
  const [row] = await db.query<StoredNotification>(
    `select ${columns} from incident_notifications n where n.tenant = $1 and n.id = $2`,
    [tenant, id],
  );
  return row;
}

/** Notifications of a report, the first recorded first. */
export async function listNotifications(
  db: Queryable,
  tenant: string,
  { incident, after, limit }: { incident: string; after: number; limit: number },
): Promise<StoredNotification[]> {
  return db.query<StoredNotification>(
    `select ${columns} from incident_notifications n
     where n.tenant = $1 and n.incident = $2 and n.number > $3 order by n.number limit $4`,
    [tenant, incident, after, limit],
  );
}

/** What was sent for reports, by id of the report. */
export async function sentOf(
  db: Queryable,
  tenant: string,
  incidents: readonly string[],
): Promise<Map<string, SentNotification[]>> {
  const rows = await db.query<SentNotification>(
    `select ${short} from incident_notifications n
     where n.tenant = $1 and n.incident = any($2::text[]) order by n.incident, n.number`,
    [tenant, incidents],
  );
  const found = new Map<string, SentNotification[]>();
  for (const row of rows) found.set(row.incident, [...(found.get(row.incident) ?? []), row]);
  return found;
}

/** Stores a notification at the end of its report. */
export async function insertNotification(
  tx: Queryable,
  tenant: string,
  one: Omit<StoredNotification, 'number'>,
): Promise<StoredNotification> {
  const [row] = await tx.query<{ number: number }>(
    `insert into incident_notifications (tenant, id, incident, number, clock, authority, sent_at,
       reference, text, person, author_name, recorded_at, body_hash)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6::timestamptz, $7, $8, $9, $10,
       $11::timestamptz, $12
     from incident_notifications where tenant = $1 and incident = $3
     returning number`,
    [
      ...[tenant, one.id, one.incident, one.clock, one.authority, one.sentAt, one.reference],
      ...[one.text, one.person, one.authorName, one.recordedAt, one.bodyHash],
    ],
  );
  return { ...one, number: row?.number ?? 1 };
}
