import type { Queryable } from '../storage/database.js';

/** How a task stands with somebody who is asked. */
export interface StoredPart {
  task: string;
  person: string;
  displayName: string;
  state: 'open' | 'done' | 'declined';
  /** Absent while nothing was said. */
  at: string | null;
  text: string | null;
}

/** Everybody who is asked by these tasks as of now, each once: of a closed one, whoever entered its audience before. */
const asked = `
  select t.id as task, n.person from tasks t
    join task_people n on n.tenant = $1 and n.task = t.id
    join people p on p.tenant = $1 and p.id = n.person and p.active
  where t.tenant = $1 and t.id = any($2::text[])
  union
  select t.id as task, m.person from tasks t
    join memberships m on m.tenant = $1 and m.audience = t.audience and m.left_at is null
      and (t.closed_at is null or m.entered_at < t.closed_at)
  where t.tenant = $1 and t.id = any($2::text[])`;

const columns = `a.task, a.person, p.profile ->> 'displayName' as "displayName",
  coalesce(q.state, 'open') as state, q.at, q.text`;

const joins = `from (${asked}) as a
  join people p on p.tenant = $1 and p.id = a.person
  left join task_parts q on q.tenant = $1 and q.task = a.task and q.person = a.person`;

/** How tasks stand with these people, where they are asked. */
export async function findParts(
  db: Queryable,
  tenant: string,
  tasks: readonly string[],
  people: readonly string[],
): Promise<StoredPart[]> {
  if (tasks.length === 0 || people.length === 0) return [];
  return db.query<StoredPart>(`select ${columns} ${joins} where a.person = any($3::text[])`, [
    ...[tenant, tasks, people],
  ]);
}

/** Everybody who is asked by a task as of now, in the order of id. */
export async function listParts(
  db: Queryable,
  tenant: string,
  task: string,
  page: { state: StoredPart['state'] | undefined; after: string; limit: number },
): Promise<StoredPart[]> {
  return db.query<StoredPart>(
    `select ${columns} ${joins}
     where a.person > $3 and ($4::text is null or coalesce(q.state, 'open') = $4)
     order by a.person limit $5`,
    [tenant, [task], page.after, page.state ?? null, page.limit],
  );
}

/** How many of those who are asked have said how it ended. */
export interface Progress {
  done: number;
  declined: number;
  of: number;
}

/** How tasks stand with everybody who is asked as of now, by task id. */
export async function progressOf(
  db: Queryable,
  tenant: string,
  tasks: readonly string[],
): Promise<Map<string, Progress>> {
  if (tasks.length === 0) return new Map();
  const rows = await db.query<Progress & { task: string }>(
    `select a.task, count(*)::int as of,
       count(case when q.state = 'done' then 1 end)::int as done,
       count(case when q.state = 'declined' then 1 end)::int as declined
     from (${asked}) as a
     left join task_parts q on q.tenant = $1 and q.task = a.task and q.person = a.person
     group by a.task`,
    [tenant, tasks],
  );
  return new Map(rows.map(({ task, ...progress }) => [task, progress]));
}

/** Notes what somebody's part has come to. */
export async function putPart(
  tx: Queryable,
  tenant: string,
  { task, person, state, at, text }: Omit<StoredPart, 'displayName'>,
): Promise<void> {
  await tx.query(
    `insert into task_parts (tenant, task, person, state, at, text) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant, task, person)
       do update set state = excluded.state, at = excluded.at, text = excluded.text`,
    [tenant, task, person, state, at, text],
  );
}
