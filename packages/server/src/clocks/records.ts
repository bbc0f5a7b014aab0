import type { Queryable } from '../storage/database.js';
import type { Law } from './laws.js';

/** A law that the organisation is under. */
export interface StoredLaw {
  id: Law;
  /** Who is told, as the organisation calls them. */
  authority?: string;
}

/** The laws of the tenant in the order of id. */
export async function listLaws(db: Queryable, tenant: string): Promise<StoredLaw[]> {
  const rows = await db.query<{ definition: StoredLaw }>(
    'select definition from laws where tenant = $1 order by id',
    [tenant],
  );
  return rows.map(({ definition }) => definition);
}
