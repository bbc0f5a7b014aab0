import type { Queryable } from '../storage/database.js';
import type { Webhook } from './rules.js';

/** Something that is to be told to a webhook. */
export interface HookDelivery {
  /** Id of the webhook. */
  hook: string;
  kind: 'message' | 'task';
  /** Id of the message, or of the task. */
  message: string;
  /** Times that it was tried, with this one. */
  attempts: number;
}

/** What was given up. */
export interface DeadLetter extends Omit<HookDelivery, 'kind'> {
  /** RFC 3339 UTC. */
  createdAt: string;
  /** RFC 3339 UTC. */
  settledAt: string;
  /** Why it failed last: an HTTP status, or a word. */
  fault: string;
}

type Key = Pick<HookDelivery, 'hook' | 'message'>;

/** Every webhook of the tenant in the order of id. */
export async function listWebhooks(db: Queryable, tenant: string): Promise<Webhook[]> {
  const rows = await db.query<{ definition: Webhook }>(
    'select definition from webhooks where tenant = $1 order by id',
    [tenant],
  );
  return rows.map(({ definition }) => definition);
}

/** Has a message or a task told to webhooks. */
export async function insertDeliveries(
  tx: Queryable,
  tenant: string,
  about: { hooks: readonly Webhook[]; kind: HookDelivery['kind']; message: string; at: string },
): Promise<void> {
  const { hooks, kind, message, at } = about;
  if (hooks.length === 0) return;
  await tx.query(
    `insert into hook_deliveries (tenant, hook, kind, message, state, attempts, next_at, created_at)
     select $1, h, $5, $3, 'waiting', 0, $4::timestamptz, $4::timestamptz from unnest($2::text[]) as u(h)
     on conflict do nothing`,
    [tenant, hooks.map(({ id }) => id), message, at, kind],
  );
}

/** Takes what is due for a webhook, the oldest first. Nobody else takes it before `until`. */
export async function takeDeliveries(
  db: Queryable,
  tenant: string,
  hook: string,
  { now, until, limit }: { now: string; until: string; limit: number },
): Promise<HookDelivery[]> {
  return db.query<HookDelivery>(
    `update hook_deliveries d set next_at = $4::timestamptz, attempts = d.attempts + 1
     from (select message from hook_deliveries
       where tenant = $1 and hook = $2 and state = 'waiting' and next_at <= $3::timestamptz
       order by next_at, message limit $5 for update skip locked) as due
     where d.tenant = $1 and d.hook = $2 and d.message = due.message
     returning d.hook, d.kind, d.message, d.attempts`,
    [tenant, hook, now, until, limit],
  );
}

/** Ends a delivery. */
export async function endDelivery(
  db: Queryable,
  tenant: string,
  { hook, message }: Key,
  { state, at, fault }: { state: 'sent' | 'dropped' | 'dead'; at: string; fault?: string },
): Promise<void> {
  await db.query(
    `update hook_deliveries set state = $4, settled_at = $5, fault = $6
     where tenant = $1 and hook = $2 and message = $3 and state = 'waiting'`,
    [tenant, hook, message, state, at, fault ?? null],
  );
}

/** Has a delivery tried again, not before `at`. */
export async function postponeDelivery(
  db: Queryable,
  tenant: string,
  { hook, message }: Key,
  { at, fault }: { at: string; fault: string },
): Promise<void> {
  await db.query(
    `update hook_deliveries set next_at = $4, fault = $5
     where tenant = $1 and hook = $2 and message = $3 and state = 'waiting'`,
    [tenant, hook, message, at, fault],
  );
}

/** What was given up, the oldest first; at most 1000. */
export async function listDeadLetters(db: Queryable, tenant: string): Promise<DeadLetter[]> {
  return db.query<DeadLetter>(
    `select hook, message, attempts, created_at as "createdAt", settled_at as "settledAt", fault
     from hook_deliveries where tenant = $1 and state = 'dead'
     order by created_at, hook, message limit 1000`,
    [tenant],
  );
}

/** Has everything that was given up sent again, of one webhook or of all. Resolves with how much that is. */
export async function reviveDeadLetters(
  db: Queryable,
  tenant: string,
  { hook, at }: { hook: string | undefined; at: string },
): Promise<number> {
  const rows = await db.query(
    `update hook_deliveries set state = 'waiting', attempts = 0, next_at = $3, settled_at = null
     where tenant = $1 and ($2::text is null or hook = $2) and state = 'dead' returning 1`,
    [tenant, hook ?? null, at],
  );
  return rows.length;
}
