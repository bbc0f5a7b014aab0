import type { Cadence } from '../digests/rules.js';
import type { Queryable } from '../storage/database.js';

/** How often a person chose to get a digest; undefined when they chose nothing. */
export async function findDigestChoice(
  db: Queryable,
  tenant: string,
  person: string,
): Promise<Cadence | undefined> {
  const [row] = await db.query<{ digest: Cadence }>(
    `select digest from preferences
     where tenant = $1 and person = $2`,
    [tenant, person],
  );
  return row?.digest;
}

/** Stores how often a person wants a digest. */
export async function storeDigestChoice(
  tx: Queryable,
  tenant: string,
  person: string,
  { digest, at }: { digest: Cadence; at: string },
): Promise<void> {
  await tx.query(
    `insert into preferences (tenant, person, digest, changed_at) values ($1, $2, $3, $4)
     on conflict (tenant, person) do update
       set digest = excluded.digest, changed_at = excluded.changed_at`,
    [tenant, person, digest, at],
  );
}

/** The key that links of a purpose are signed with: the same for ever, in every process. */
export async function linkKey(
  db: Queryable,
  tenant: string,
  purpose: string,
  fresh: Uint8Array,
): Promise<Uint8Array> {
  await db.query(
    'insert into link_keys (tenant, purpose, key) values ($1, $2, $3) on conflict do nothing',
    [tenant, purpose, fresh],
  );
  const [row] = await db.query<{ key: Uint8Array }>(
    'select key from link_keys where tenant = $1 and purpose = $2',
    [tenant, purpose],
  );
  if (!row) throw new Error('A key that was stored is not there.');
  return row.key;
}
