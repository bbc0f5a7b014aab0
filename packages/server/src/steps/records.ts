import type { StepDraft } from '@heed/contract';
import type { Queryable } from '../storage/database.js';

/** A step as stored. */
export interface StoredStep {
  id: string;
  task: string;
  /** From 1, in the order of the task. */
  number: number;
  kind: StepDraft['kind'];
  /** Whose part it is about. */
  about: string | null;
  /** As colleagues know whose part it is about. */
  aboutName: string | null;
  person: string;
  authorName: string;
  recordedAt: string;
  text: string | null;
  dueAt: string | null;
  bodyHash: string;
}

/** What the log calls a step. */
export const eventTypes: Readonly<Record<StoredStep['kind'], string>> = {
  done: 'isms.task.done',
  declined: 'isms.task.declined',
  comment: 'isms.task.commented',
  reopened: 'isms.task.reopened',
  rescheduled: 'isms.task.rescheduled',
  closed: 'isms.task.closed',
};

const columns = `s.id, s.task, s.number, s.kind, s.about, a.profile ->> 'displayName' as "aboutName",
  s.person, s.author_name as "authorName", s.recorded_at as "recordedAt", s.text,
  s.due_at as "dueAt", s.body_hash as "bodyHash"`;

const joins = 'task_steps s left join people a on a.tenant = $1 and a.id = s.about';

/** One step by id. */
export async function findStep(
  db: Queryable,
  tenant: string,
  id: string,
): Promise<StoredStep | undefined> {
  const [row] = await db.query<StoredStep>(
    `select ${columns} from ${joins} where s.tenant = $1 and s.id = $2`,
    [tenant, id],
  );
  return row;
}

/** Which steps of a task, and from where on. */
export interface StepPage {
  task: string;
  /** Only those about all of it, and about the parts of these people; absent for those of everybody. */
  of: readonly string[] | undefined;
  after: number;
  limit: number;
}

/** Steps of a task, oldest first. */
export async function listSteps(
  db: Queryable,
  tenant: string,
  { task, of, after, limit }: StepPage,
): Promise<StoredStep[]> {
  return db.query<StoredStep>(
    `select ${columns} from ${joins}
     where s.tenant = $1 and s.task = $2 and s.number > $3
       and ($4::text[] is null or s.about is null or s.about = any($4::text[]))
     order by s.number limit $5`,
    [tenant, task, after, of ?? null, limit],
  );
}

/** How many steps with a text there are, by task id: of all, or about all of the task and the part of one person. */
export async function commentsOf(
  db: Queryable,
  tenant: string,
  tasks: readonly { id: string; seesAll: boolean }[],
  person: string,
): Promise<Map<string, number>> {
  if (tasks.length === 0) return new Map();
  const rows = await db.query<{ task: string; count: number }>(
    `select s.task, count(*)::int as count
     from unnest($2::text[], $3::boolean[]) as v (task, sees_all)
     join task_steps s on s.tenant = $1 and s.task = v.task and s.text is not null
       and (v.sees_all or s.about is null or s.about = $4)
     group by s.task`,
    [tenant, tasks.map(({ id }) => id), tasks.map(({ seesAll }) => seesAll), person],
  );
  return new Map(rows.map(({ task, count }) => [task, count]));
}

/** Stores a step at the end of its task. */
export async function insertStep(
  tx: Queryable,
  tenant: string,
  step: Omit<StoredStep, 'number'>,
): Promise<StoredStep> {
  const [row] = await tx.query<{ number: number }>(
    `insert into task_steps (tenant, id, task, number, kind, about, person, author_name, recorded_at,
       text, due_at, body_hash)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8::timestamptz, $9,
       $10::timestamptz, $11
     from task_steps where tenant = $1 and task = $3
     returning number`,
    [
      ...[tenant, step.id, step.task, step.kind, step.about, step.person, step.authorName],
      ...[step.recordedAt, step.text, step.dueAt, step.bodyHash],
    ],
  );
  return { ...step, number: row?.number ?? 1 };
}

/** Place in the log of a step. */
export async function findStepEntry(
  db: Queryable,
  tenant: string,
  { id, kind }: Pick<StoredStep, 'id' | 'kind'>,
): Promise<number | undefined> {
  const [row] = await db.query<{ index: number }>(
    `select index from audit_events
     where tenant = $1 and subject = $2 and type = $3 order by index limit 1`,
    [tenant, id, eventTypes[kind]],
  );
  return row?.index;
}
