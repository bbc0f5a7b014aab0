import type { Queryable } from '../storage/database.js';

/** How many of an audience have said that it is done. */
export interface Count {
  count: number;
  of: number;
}

/** An alert and who is asked by it. */
interface AskedBy {
  id: string;
  /** Id of the audience. */
  audience: string;
}

/** Who has done what alerts ask, by message id: of the people who belong to the audience now. */
export async function countsOf(
  db: Queryable,
  tenant: string,
  asked: readonly AskedBy[],
): Promise<Map<string, Count>> {
  if (asked.length === 0) return new Map();
  const rows = await db.query<Count & { message: string }>(
    `select a.message, count(*)::int as of, count(c.person)::int as count
     from unnest($2::text[], $3::text[]) as a (message, audience)
     join memberships m on m.tenant = $1 and m.audience = a.audience and m.left_at is null
     left join completions c on c.tenant = $1 and c.message = a.message and c.person = m.person
     group by a.message`,
    [tenant, asked.map(({ id }) => id), asked.map(({ audience }) => audience)],
  );
  return new Map(rows.map(({ message, count, of }) => [message, { count, of }]));
}

/** When a person said that they did what alerts ask, by message id. */
export async function doneAtOf(
  db: Queryable,
  tenant: string,
  person: string,
  asked: readonly Pick<AskedBy, 'id'>[],
): Promise<Map<string, string>> {
  if (asked.length === 0) return new Map();
  const rows = await db.query<{ message: string; at: string }>(
    `select message, recorded_at as at from completions
     where tenant = $1 and person = $2 and message = any($3::text[])`,
    [tenant, person, asked.map(({ id }) => id)],
  );
  return new Map(rows.map(({ message, at }) => [message, at]));
}

/** Which of these people have said that they did what these alerts ask. */
export async function findCompletions(
  db: Queryable,
  tenant: string,
  messages: readonly string[],
  people: readonly string[],
): Promise<{ message: string; person: string }[]> {
  return db.query(
    `select message, person from completions
     where tenant = $1 and message = any($2::text[]) and person = any($3::text[])`,
    [tenant, messages, people],
  );
}

/** Records that somebody did it; what was recorded first stays. */
export async function insertCompletion(
  tx: Queryable,
  tenant: string,
  { message, person, at }: { message: string; person: string; at: string },
): Promise<void> {
  await tx.query(
    `insert into completions (tenant, message, person, recorded_at) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [tenant, message, person, at],
  );
}

/** Place in the log of what somebody said of an alert. */
export async function findCompletionEntry(
  db: Queryable,
  tenant: string,
  message: string,
  person: string,
): Promise<number | undefined> {
  const [row] = await db.query<{ index: number }>(
    `select index from audit_events
     where tenant = $1 and person_id = $2 and subject = $3 and type = 'isms.alert.done'
     order by index limit 1`,
    [tenant, person, message],
  );
  return row?.index;
}

/** One person of an audience. */
export interface AskedPerson {
  person: string;
  displayName: string;
  doneAt: string | null;
}

/** Who belongs to an audience now, in the order of id, and when they said that it is done. */
export async function listAsked(
  db: Queryable,
  tenant: string,
  { id, audience }: AskedBy,
  page: { after: string; limit: number },
): Promise<AskedPerson[]> {
  return db.query<AskedPerson>(
    `select m.person, p.profile ->> 'displayName' as "displayName", c.recorded_at as "doneAt"
     from memberships m
     join people p on p.tenant = $1 and p.id = m.person
     left join completions c on c.tenant = $1 and c.message = $2 and c.person = m.person
     where m.tenant = $1 and m.audience = $3 and m.left_at is null and m.person > $4
     order by m.person limit $5`,
    [tenant, id, audience, page.after, page.limit],
  );
}
