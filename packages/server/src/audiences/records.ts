import type { Queryable } from '../storage/database.js';
import type { Audience } from './rules.js';

/** Every audience of the tenant. */
export async function listAudiences(db: Queryable, tenant: string): Promise<Audience[]> {
  const rows = await db.query<{ definition: Audience }>(
    'select definition from audiences where tenant = $1 order by id',
    [tenant],
  );
  return rows.map((row) => row.definition);
}

/** When the person entered each audience they belong to, RFC 3339 UTC by audience id. */
export async function entries(
  db: Queryable,
  tenant: string,
  person: string,
): Promise<Map<string, string>> {
  const rows = await db.query<{ audience: string; entered_at: string }>(
    `select audience, entered_at from memberships
     where tenant = $1 and person = $2 and left_at is null`,
    [tenant, person],
  );
  return new Map(rows.map((row) => [row.audience, row.entered_at]));
}
