import type { Queryable } from '../storage/database.js';

/** Mail about an alert, a task or a deadline to one person. */
export interface Notice {
  kind: 'alert' | 'task' | 'clock';
  /** Id of the alert, or of the task; of a deadline, the report and its clock. */
  message: string;
  /** Id of the person. */
  person: string;
  /** Times that it was tried, with this one. */
  attempts: number;
  createdAt: string;
}

/** How a notice ended: see the migration. */
export type Ending = 'sent' | 'dropped' | 'refused' | 'expired';

/** Writes a notice for everybody of an audience who has an address, but the author. */
export async function insertNotices(
  tx: Queryable,
  tenant: string,
  about: { message: string; audience: string; author: string; at: string },
): Promise<void> {
  await tx.query(
    `insert into notices (tenant, message, person, state, attempts, next_at, created_at)
     select $1, $2, m.person, 'waiting', 0, $5::timestamptz, $5::timestamptz
     from memberships m join people p on p.tenant = $1 and p.id = m.person
     where m.tenant = $1 and m.audience = $3 and m.left_at is null and m.person <> $4 and p.active
       and p.profile -> 'emails' ->> 0 is not null
     on conflict do nothing`,
    [tenant, about.message, about.audience, about.author, about.at],
  );
}

/** Writes a notice about a task for everybody who is asked by name and has an address, but the author. */
export async function insertTaskNotices(
  tx: Queryable,
  tenant: string,
  about: { task: string; people: readonly string[]; author: string; at: string },
): Promise<void> {
  await tx.query(
    `insert into notices (tenant, message, person, kind, state, attempts, next_at, created_at)
     select $1, $2, p.id, 'task', 'waiting', 0, $5::timestamptz, $5::timestamptz
     from people p
     where p.tenant = $1 and p.id = any($3::text[]) and p.id <> $4 and p.active
       and p.profile -> 'emails' ->> 0 is not null
     on conflict do nothing`,
    [tenant, about.task, about.people, about.author, about.at],
  );
}

/**
 * Writes a notice about a deadline for whom the report is assigned to, or where that is nobody who is still here, for everybody
 * who handles reports by their role. Who has one already gets no other.
 */
export async function insertClockNotices(
  db: Queryable,
  tenant: string,
  { about, handler, at }: { about: string; handler: string | null; at: string },
): Promise<void> {
  await db.query(
    `insert into notices (tenant, message, person, kind, state, attempts, next_at, created_at)
     select $1, $2, p.id, 'clock', 'waiting', 0, $4::timestamptz, $4::timestamptz
     from people p
     where p.tenant = $1 and p.active and p.profile -> 'emails' ->> 0 is not null
       and case when exists (select from people h where h.tenant = $1 and h.id = $3 and h.active)
         then p.id = $3 else p.profile -> 'roles' @> '["incident-handler"]'::jsonb end
     on conflict do nothing`,
    [tenant, about, handler, at],
  );
}

/** Takes notices that are due, the oldest first. Nobody else takes them before `until`. */
export async function takeNotices(
  db: Queryable,
  tenant: string,
  { now, until, limit }: { now: string; until: string; limit: number },
): Promise<Notice[]> {
  return db.query<Notice>(
    `update notices n set next_at = $3::timestamptz, attempts = n.attempts + 1
     from (select message, person from notices
       where tenant = $1 and state = 'waiting' and next_at <= $2::timestamptz
       order by next_at, message, person limit $4 for update skip locked) as due
     where n.tenant = $1 and n.message = due.message and n.person = due.person
     returning n.kind, n.message, n.person, n.attempts, n.created_at as "createdAt"`,
    [tenant, now, until, limit],
  );
}

/** Ends a notice: it is never tried again. */
export async function endNotice(
  db: Queryable,
  tenant: string,
  { message, person }: Pick<Notice, 'message' | 'person'>,
  ending: Ending,
  at: string,
): Promise<void> {
  await db.query(
    `update notices set state = $4, settled_at = $5 where tenant = $1 and message = $2 and person = $3`,
    [tenant, message, person, ending, at],
  );
}

/** Has a notice tried again, not before `at`. */
export async function postponeNotice(
  db: Queryable,
  tenant: string,
  { message, person }: Pick<Notice, 'message' | 'person'>,
  at: string,
): Promise<void> {
  await db.query(
    `update notices set next_at = $4 where tenant = $1 and message = $2 and person = $3 and state = 'waiting'`,
    [tenant, message, person, at],
  );
}
