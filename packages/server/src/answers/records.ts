import type { Attached } from '@heed/contract';
import type { Queryable } from '../storage/database.js';

/** An answer as stored. */
export interface StoredAnswer {
  id: string;
  incident: string;
  /** Place in the order of its report. */
  number: number;
  side: 'reporter' | 'handler';
  /** Who said it; absent where nobody knows. */
  person: string | null;
  authorName: string | null;
  recordedAt: string;
  text: string;
  attachments: Attached[] | null;
  internal: boolean;
  bodyHash: string;
}

const columns = `id, incident, number, side, person, author_name as "authorName",
  recorded_at as "recordedAt", text, attachments, internal, body_hash as "bodyHash"`;

/** One answer by id. */
export async function findAnswer(
  db: Queryable,
  tenant: string,
  id: string,
): Promise<StoredAnswer | undefined> {
  const [row] = await db.query<StoredAnswer>(
    `select ${columns} from incident_answers where tenant = $1 and id = $2`,
    [tenant, id],
  );
  return row;
}

/** Answers in a report, oldest first. */
export async function listAnswers(
  db: Queryable,
  tenant: string,
  page: { incident: string; withNotes: boolean; after: number; limit: number },
): Promise<StoredAnswer[]> {
  return db.query<StoredAnswer>(
    `select ${columns} from incident_answers
     where tenant = $1 and incident = $2 and number > $3 and ($4 or not internal)
     order by number limit $5`,
    [tenant, page.incident, page.after, page.withNotes, page.limit],
  );
}

/** How many answers there are, and when the newest came. */
export interface Answered {
  count: number;
  at: string;
}

/** The same of reports with answers, by id of the report; with notes or without. */
export async function answeredOf(
  db: Queryable,
  tenant: string,
  incidents: readonly { id: string; withNotes: boolean }[],
): Promise<Map<string, Answered>> {
  const rows = await db.query<Answered & { incident: string }>(
    `select a.incident, count(*)::int as count, max(a.recorded_at) as at
     from unnest($2::text[], $3::boolean[]) as v (incident, with_notes)
     join incident_answers a on a.tenant = $1 and a.incident = v.incident
       and (v.with_notes or not a.internal)
     group by a.incident`,
    [tenant, incidents.map(({ id }) => id), incidents.map(({ withNotes }) => withNotes)],
  );
  return new Map(rows.map(({ incident, ...answered }) => [incident, answered]));
}

/** Stores an answer at the end of its report. */
export async function insertAnswer(
  tx: Queryable,
  tenant: string,
  one: Omit<StoredAnswer, 'number'>,
): Promise<StoredAnswer> {
  const [row] = await tx.query<{ number: number }>(
    `insert into incident_answers (tenant, id, incident, number, side, person, author_name,
       recorded_at, text, attachments, internal, body_hash)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7::timestamptz, $8, $9::jsonb,
       $10::boolean, $11
     from incident_answers where tenant = $1 and incident = $3
     returning number`,
    [
      ...[tenant, one.id, one.incident, one.side, one.person, one.authorName, one.recordedAt],
      ...[one.text, one.attachments && JSON.stringify(one.attachments), one.internal, one.bodyHash],
    ],
  );
  return { ...one, number: row?.number ?? 1 };
}
