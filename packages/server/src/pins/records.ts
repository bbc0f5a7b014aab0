import type { Queryable } from '../storage/database.js';

/** How many messages of a channel are pinned. */
export async function countPins(db: Queryable, tenant: string, channel: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from messages
     where tenant = $1 and channel = $2 and pinned_at is not null`,
    [tenant, channel],
  );
  return row?.count ?? 0;
}

/** Pins a message, or takes it from the top. */
export async function pinMessage(
  tx: Queryable,
  tenant: string,
  message: string,
  at: string | null,
): Promise<void> {
  await tx.query('update messages set pinned_at = $3 where tenant = $1 and id = $2', [
    ...[tenant, message, at],
  ]);
}
