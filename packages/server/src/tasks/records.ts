import type { Queryable } from '../storage/database.js';

/** A task as stored. */
export interface StoredTask {
  id: string;
  /** Place in the order in which the tasks of the tenant were asked. */
  seq: number;
  person: string;
  authorName: string;
  askedAt: string;
  language: string;
  title: string;
  text: string;
  html: string;
  dueAt: string | null;
  audience: string | null;
  closedAt: string | null;
  bodyHash: string;
}

const columns = `t.id, t.seq, t.person, t.author_name as "authorName", t.asked_at as "askedAt",
  t.language, t.title, t.text, t.html, t.due_at as "dueAt", t.audience, t.closed_at as "closedAt",
  t.body_hash as "bodyHash"`;

/** Tasks by id, in the order in which they were asked. */
export async function findTasks(
  db: Queryable,
  tenant: string,
  ids: readonly string[],
): Promise<StoredTask[]> {
  return db.query<StoredTask>(
    `select ${columns} from tasks t where t.tenant = $1 and t.id = any($2::text[]) order by t.seq`,
    [tenant, ids],
  );
}

/** One task by id. */
export async function findTask(
  db: Queryable,
  tenant: string,
  id: string,
): Promise<StoredTask | undefined> {
  return (await findTasks(db, tenant, [id]))[0];
}

/** Those of these tasks that ask a person by name. */
export async function namedIn(
  db: Queryable,
  tenant: string,
  tasks: readonly string[],
  person: string,
): Promise<Set<string>> {
  const rows = await db.query<{ task: string }>(
    'select task from task_people where tenant = $1 and task = any($2::text[]) and person = $3',
    [tenant, tasks, person],
  );
  return new Set(rows.map(({ task }) => task));
}

/** Whose tasks, which of them, and from where on. */
export interface TaskPage {
  of: 'me' | 'by-me' | 'all';
  state: 'open' | 'ended';
  /** Where the page before ended. */
  after: { dueAt: string | null; seq: number } | undefined;
  limit: number;
}

const whose: Readonly<Record<TaskPage['of'], string>> = {
  me: `t.id in (
      select task from task_people where tenant = $1 and person = $2
      union
      select o.id from memberships m
        join tasks o on o.tenant = $1 and o.audience = m.audience
      where m.tenant = $1 and m.person = $2 and m.left_at is null
        and (o.closed_at is null or m.entered_at < o.closed_at))`,
  'by-me': 't.person = $2',
  all: '$2::text is not null',
};

const ended: Readonly<Record<TaskPage['of'], string>> = {
  me: `(t.closed_at is not null or exists (
      select from task_parts q
      where q.tenant = $1 and q.task = t.id and q.person = $2 and q.state <> 'open'))`,
  'by-me': 't.closed_at is not null',
  all: 't.closed_at is not null',
};

/** Tasks of a person in the order of the list (TSK-4). */
export async function listTasks(
  db: Queryable,
  tenant: string,
  person: string,
  { of, state, after, limit }: TaskPage,
): Promise<StoredTask[]> {
  const isOpen = state === 'open';
  const due = isOpen ? `coalesce(t.due_at, 'infinity'::timestamptz)` : `'infinity'::timestamptz`;
  return db.query<StoredTask>(
    `select ${columns} from tasks t
     where t.tenant = $1 and ${whose[of]} and ${isOpen ? 'not ' : ''}${ended[of]}
       and ($3::bigint is null
         or (${due}, -t.seq) > (coalesce($4::timestamptz, 'infinity'::timestamptz), -$3::bigint))
     order by ${due}, t.seq desc limit $5`,
    [tenant, person, after?.seq ?? null, after?.dueAt ?? null, limit],
  );
}

/** Stores a task at the end of the order, with those who are asked by name. */
export async function insertTask(
  tx: Queryable,
  tenant: string,
  task: Omit<StoredTask, 'seq' | 'closedAt'>,
  people: readonly string[],
): Promise<StoredTask> {
  const [last] = await tx.query<{ seq: number }>(
    'select seq from tasks where tenant = $1 order by seq desc limit 1',
    [tenant],
  );
  const seq = (last?.seq ?? 0) + 1;
  await tx.query(
    `insert into tasks (tenant, id, seq, person, author_name, asked_at, language, title, text, html,
       due_at, audience, body_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[tenant, task.id, seq, task.person, task.authorName, task.askedAt, task.language],
      ...[task.title, task.text, task.html, task.dueAt, task.audience, task.bodyHash],
    ],
  );
  if (people.length > 0) {
    await tx.query(
      `insert into task_people (tenant, task, person)
       select $1, $2, n.person from unnest($3::text[]) as n (person) on conflict do nothing`,
      [tenant, task.id, people],
    );
  }
  return { ...task, seq, closedAt: null };
}

/** Gives a task another due date, or none. */
export async function rescheduleTask(
  tx: Queryable,
  tenant: string,
  id: string,
  dueAt: string | null,
): Promise<void> {
  await tx.query('update tasks set due_at = $3 where tenant = $1 and id = $2', [tenant, id, dueAt]);
}

/** Ends a task for everybody. */
export async function closeTask(
  tx: Queryable,
  tenant: string,
  id: string,
  at: string,
): Promise<void> {
  await tx.query('update tasks set closed_at = $3 where tenant = $1 and id = $2', [tenant, id, at]);
}
