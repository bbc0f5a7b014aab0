import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { SqlError, StorageError, type Database, type Queryable } from './database.js';

/** One numbered file of `migrations/`. */
export interface Migration {
  readonly number: number;
  /** File name. */
  readonly name: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly checksum: string;
  /** One statement each. */
  readonly steps: readonly string[];
}

/**
 * Brings the database to the schema of this program: every missing step in order, each in a transaction of its own
 * that holds the lock row. So several processes may start at once, and a distributed engine that allows a single
 * change of schema per transaction is served too. Nothing is locked when nothing is missing.
 *
 * @throws {StorageError} when the database is newer than the program, or an applied file was changed afterwards.
 */
export async function migrate(
  database: Database,
  migrations?: readonly Migration[],
): Promise<void> {
  const wanted = migrations ?? (await readMigrations());
  await createTable(database);
  const applied = await readApplied(database, wanted);
  for (const migration of wanted) {
    for (let step = applied.get(migration.number) ?? 0; step < migration.steps.length; step++) {
      await apply(database, migration, step);
    }
  }
}

/** Applies migrations to an empty database inside one transaction, for rows that belong to exactly them. */
export async function applyAll(tx: Queryable, migrations: readonly Migration[]): Promise<void> {
  await createTable(tx);
  for (const migration of migrations) {
    for (const [step, statement] of migration.steps.entries()) {
      await tx.query(statement);
      await record(tx, migration, step);
    }
  }
}

/** Number of the newest migration that this program has. */
export async function newestMigration(): Promise<number> {
  return (await readMigrations()).at(-1)?.number ?? 0;
}

/** Number of the newest migration that the database has; 0 before the first. */
export async function newestApplied(database: Queryable): Promise<number> {
  if (!(await hasTable(database))) return 0;
  const [row] = await database.query<{ newest: number | null }>(
    'select max(number) as newest from migrations',
  );
  return row?.newest ?? 0;
}

/** Reads the numbered `.sql` files of a folder, in order; by default those of this package. */
export async function readMigrations(
  folder = new URL('../../migrations/', import.meta.url),
): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations = await Promise.all(
    names.map(async (name, at) => {
      const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
      if (!(number > 0) || names[at - 1]?.startsWith(name.slice(0, 5))) {
        throw new Error(
          `migrations/${name}: a migration is named by its own number and what it holds, such as 0100_people.sql.`,
        );
      }
      const text = await readFile(new URL(name, folder), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      return { number, name, checksum, steps: splitSteps(text) };
    }),
  );
  return migrations;
}

/** Statements end in a semicolon at the end of a line; whole-line comments are left out. */
function splitSteps(text: string): string[] {
  return text
    .replace(/^\s*--.*$/gm, '')
    .split(/;[ \t]*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/** Row (0, 0) of the table is the lock; the others are the applied steps. */
async function createTable(database: Queryable): Promise<void> {
  if (!(await hasTable(database))) {
    try {
      await database.query(
        `create table if not exists migrations (
          number int not null,
          step int not null,
          name text not null,
          checksum text not null,
          applied_at timestamptz not null,
          primary key (number, step)
        )`,
      );
    } catch (error) {
      // "if not exists" does not cover another process that creates it at the same moment.
      const raced = error instanceof SqlError && ['23505', '42P07', '42710'].includes(error.code);
      if (!raced) throw error;
    }
  }
  await record(database, { number: 0, name: 'lock', checksum: '' }, 0);
}

async function hasTable(database: Queryable): Promise<boolean> {
  const [found] = await database.query(
    `select 1 from information_schema.tables where table_schema = current_schema() and table_name = 'migrations'`,
  );
  return found !== undefined;
}

/** How many steps of each migration are applied. */
async function readApplied(
  database: Queryable,
  wanted: readonly Migration[],
): Promise<Map<number, number>> {
  const rows = await database.query<{
    number: number;
    name: string;
    checksum: string;
    steps: number;
  }>(
    `select number, min(name) as name, min(checksum) as checksum, count(*) as steps
      from migrations where number > 0 group by number order by number`,
  );
  const known = new Map(wanted.map((migration) => [migration.number, migration]));
  for (const { number, name, checksum } of rows) {
    const migration = known.get(number);
    if (!migration) {
      throw new StorageError(
        `The database has migration ${name}, which this version of Heed does not know: a newer version has used it. ` +
          'Start that version, or restore the backup from before the upgrade.',
      );
    }
    if (migration.checksum !== checksum) {
      throw new StorageError(
        `migrations/${migration.name} is not the file that was applied to this database. ` +
          'Restore the original file and write the change as a new migration.',
      );
    }
  }
  return new Map(rows.map(({ number, steps }) => [number, steps]));
}

async function apply(database: Database, migration: Migration, step: number): Promise<void> {
  const statement = migration.steps[step];
  if (statement === undefined) return;
  await database.transaction(async (tx) => {
    await tx.query('select 1 from migrations where number = 0 for update');
    const [done] = await tx.query('select 1 from migrations where number = $1 and step = $2', [
      migration.number,
      step,
    ]);
    if (done) return; // another process was faster
    await tx.query(statement);
    await record(tx, migration, step);
  });
}

async function record(
  queryable: Queryable,
  { number, name, checksum }: Pick<Migration, 'number' | 'name' | 'checksum'>,
  step: number,
): Promise<void> {
  await queryable.query(
    'insert into migrations values ($1, $2, $3, $4, now()) on conflict do nothing',
    [number, step, name, checksum],
  );
}
