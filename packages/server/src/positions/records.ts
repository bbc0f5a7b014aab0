import type { Queryable } from '../storage/database.js';

/** Moves somebody's position in a channel forward, never back. */
export async function advancePosition(
  db: Queryable,
  tenant: string,
  person: string,
  { channel, id, seq }: { channel: string; id: string; seq: number },
): Promise<void> {
  await db.query(
    `insert into positions (tenant, person, channel, message, seq) values ($1, $2, $3, $4, $5)
     on conflict (tenant, person, channel) do update
       set message = excluded.message, seq = excluded.seq where positions.seq < excluded.seq`,
    [tenant, person, channel, id, seq],
  );
}
