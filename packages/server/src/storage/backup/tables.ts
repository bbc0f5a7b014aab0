import type { Queryable } from '../database.js';
import { readMigrations } from '../migrate.js';
import type { TableLine } from './format.js';

/** A table of the current schema. */
export interface Table extends TableLine {
  /** Columns of its primary key, in order. */
  readonly key: readonly string[];
}

/** Names of everything in the current schema that holds rows or shows them. */
export async function listRelations(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = current_schema() and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** The tables that migrations have created and what their columns are; not the list of migrations itself. */
export async function describeTables(db: Queryable): Promise<Table[]> {
  const rows = await db.query<{ table: string; column: string; type: string; key: number | null }>(
    `select c.relname::text as table, a.attname::text as column,
        format_type(a.atttypid, a.atttypmod) as type,
        array_position(i.indkey::int[], a.attnum::int) as key
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
      where n.nspname = current_schema() and c.relkind in ('r', 'p')
      order by c.relname, a.attnum`,
  );
  const own = await ownNames();
  const tables = new Map<string, typeof rows>();
  for (const row of rows.filter(({ table }) => own.has(table))) {
    tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  }
  return [...tables].map(([table, columns]) => ({
    table,
    columns: columns.map(({ column, type }) => ({ name: column, type })),
    key: columns
      .filter(({ key }) => key !== null)
      .sort((one, other) => Number(one.key) - Number(other.key))
      .map(({ column }) => column),
  }));
}

/** Somebody may keep tables of their own beside Heed's. */
async function ownNames(): Promise<Set<string>> {
  const steps = (await readMigrations()).flatMap((migration) => migration.steps);
  const names = steps.map((step) => /^create table (?:if not exists )?(\w+)/i.exec(step)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}

/** Quotes a name for SQL. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
