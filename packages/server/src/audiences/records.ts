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
