import type { Member } from '@heed/contract';
import type { Queryable } from '../storage/database.js';

/** Keeps whom a message names, by person, for whoever tells them of it. */
export async function insertMentions(
  tx: Queryable,
  tenant: string,
  { message, at }: { message: string; at: string },
  mentions: readonly Member[],
): Promise<void> {
  if (mentions.length === 0) return;
  await tx.query(
    `insert into mentions (tenant, person, message, mentioned_at)
     select $1, one, $2, $3 from unnest($4::text[]) as m (one) on conflict do nothing`,
    [tenant, message, at, mentions.map(({ id }) => id)],
  );
}

/** Leaves of those whom a message named the ones whom it still names. */
export async function keepMentions(
  tx: Queryable,
  tenant: string,
  message: string,
  { before, now }: { before: readonly Member[]; now: readonly Member[] },
): Promise<void> {
  const gone = before.filter(({ id }) => !now.some((one) => one.id === id)).map(({ id }) => id);
  if (gone.length === 0) return;
  await tx.query(
    'delete from mentions where tenant = $1 and message = $2 and person = any($3::text[])',
    [tenant, message, gone],
  );
  await tx.query('update messages set mentions = $3::jsonb where tenant = $1 and id = $2', [
    ...[tenant, message, now.length > 0 ? JSON.stringify(now) : null],
  ]);
}
