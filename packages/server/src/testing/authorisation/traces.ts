import type { Queryable } from '../../storage/database.js';

/** Which rows to look at: of one tenant, of one person, or all of them. */
export interface Scope {
  tenant?: string;
  person?: string;
}

/** The columns of every table that say whose a row is. */
async function ownersOf(db: Queryable): Promise<{ table: string; person: string | null }[]> {
  return db.query(
    `select table_name as table,
       max(column_name) filter (where column_name in ('person', 'person_id')) as person
     from information_schema.columns where table_schema = 'public'
     group by table_name having bool_or(column_name = 'tenant') order by table_name`,
  );
}

/**
 * Every row as one value per tenant and table: equal before and after means that nothing was added, removed or
 * changed. A receipt that is kept from the first time it is listed is no change: the log yields the same bytes.
 */
export async function tracesOf(db: Queryable, scope: Scope = {}): Promise<unknown[]> {
  const tables = (await ownersOf(db)).filter(({ person }) => !scope.person || person);
  const parts = tables.map(
    ({ table, person }) =>
      `select '${table}' as table, tenant, count(*) as rows,
         md5(string_agg(md5((to_jsonb(t) - 'receipt')::text), '' order by md5((to_jsonb(t) - 'receipt')::text))) as digest
       from ${table} t
       where ($1::text is null or tenant = $1) and ($2::text is null or ${person ?? '$2'} = $2)
       group by tenant`,
  );
  return db.query(`${parts.join('\nunion all\n')}\norder by 1, 2`, [
    scope.tenant ?? null,
    scope.person ?? null,
  ]);
}
