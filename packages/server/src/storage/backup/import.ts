import fs from 'node:fs';
import path from 'node:path';
import { openDatabase, StorageError, type Database, type Queryable } from '../database.js';
import { syncPath } from '../durable-files.js';
import { lockFolder } from '../folder-lock.js';
import { checkLog, listTenants } from '../log-check.js';
import { applyAll, readMigrations, type Migration } from '../migrate.js';
import type { Account } from './export.js';
import {
  checkBackup,
  readBackup,
  unusable,
  type Header,
  type RowLine,
  type TableLine,
} from './format.js';
import { describeTables, listRelations, quote } from './tables.js';

/**
 * Restores a backup into an empty PostgreSQL database, whole or not at all, and brings it to the schema of this program.
 *
 * @throws {StorageError} when the backup is damaged or newer, or the database is not empty; it is as it was then.
 */
export async function importIntoDatabase(url: string, file: string): Promise<Account> {
  const header = await checkBackup(file);
  const db = await openDatabase({ url });
  try {
    return await load(db, file, header);
  } finally {
    await db.close();
  }
}

/**
 * Restores a backup into a folder that has no database yet. The database appears in it when it is whole and on the disk.
 *
 * @throws {StorageError} when the backup is damaged or newer, or the folder has a database; it is as it was then.
 */
export async function importIntoFolder(folder: string, file: string): Promise<Account> {
  const header = await checkBackup(file);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = await lockFolder(folder);
  const unfinished = path.join(folder, 'import.unfinished');
  try {
    if (fs.readdirSync(folder).some((name) => !/^(lock\.sock|import\.unfinished)$/.test(name))) {
      throw notEmpty(`The folder ${folder}`, 'Give another one with --data');
    }
    fs.rmSync(unfinished, { recursive: true, force: true });
    const db = await openDatabase({ folder: unfinished });
    let account: Account;
    try {
      account = await load(db, file, header);
    } finally {
      await db.close();
    }
    for (const name of ['inventory.json', 'database']) {
      const source = path.join(unfinished, name);
      if (fs.existsSync(source)) fs.renameSync(source, path.join(folder, name));
    }
    syncPath(folder);
    return account;
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
    await release();
  }
}

async function load(db: Database, file: string, header: Header): Promise<Account> {
  const migrations = await migrationsOf(file, header);
  const account = await db.transaction(async (tx) => {
    const held = await listRelations(tx);
    if (held.length > 0) {
      throw notEmpty(
        `The database (${held.slice(0, 3).join(', ')}${held.length > 3 ? ', …' : ''})`,
        'Create an empty one for it',
      );
    }
    await tx.query(`set local statement_timeout = 0`);
    await tx.query(`set local timezone = 'UTC'`);
    await applyAll(tx, migrations);
    const rows = await insertAll(tx, file);
    const later = (await readMigrations()).filter(
      ({ number }) => !migrations.some((each) => each.number === number),
    );
    await applyAll(tx, later);
    const total = { rows, leaves: 0, acknowledgements: 0 };
    for (const tenant of await listTenants(tx)) {
      const { leaves, acknowledgements } = await checkLog(tx, tenant);
      total.leaves += leaves;
      total.acknowledgements += acknowledgements;
    }
    return total;
  });
  // Without statistics the first requests would be planned as if every table were empty.
  await db.query('analyze');
  return account;
}

/** The schema that the backup was taken with: an older one than ours is migrated once its rows are there. */
async function migrationsOf(file: string, { migrations }: Header): Promise<Migration[]> {
  const known = new Map((await readMigrations()).map((each) => [each.number, each]));
  return migrations.map(({ number, name, checksum }) => {
    const migration = known.get(number);
    if (migration?.checksum === checksum) return migration;
    throw unusable(
      file,
      migration
        ? `migrations/${name} is not the file that its database was made with`
        : `a newer version of Heed has written it (${name}); import it with that one`,
    );
  });
}

async function insertAll(tx: Queryable, file: string): Promise<number> {
  const expected = new Map((await describeTables(tx)).map((each) => [each.table, each]));
  let rows = 0;
  let table: TableLine | undefined;
  let waiting: RowLine[] = [];
  let waitingLength = 0;
  const flush = async (): Promise<void> => {
    if (table && waiting.length > 0) await insertRows(tx, table, waiting);
    rows += waiting.length;
    waiting = [];
    waitingLength = 0;
  };
  for await (const line of readBackup(file)) {
    if ('table' in line) {
      await flush();
      const own = expected.get(line.table);
      if (!own || JSON.stringify(own.columns) !== JSON.stringify(line.columns)) {
        throw unusable(file, `table ${line.table} is not the one that its migrations make`);
      }
      expected.delete(line.table);
      table = line;
    } else if (Array.isArray(line)) {
      waiting.push(line as RowLine);
      for (const value of line as RowLine) waitingLength += value?.length ?? 0;
      if (waiting.length >= 500 || waitingLength > 1_000_000) await flush();
    }
  }
  await flush();
  const [missing] = expected.keys();
  if (missing !== undefined) throw unusable(file, `it lacks table ${missing}`);
  return rows;
}

async function insertRows(
  tx: Queryable,
  { table, columns }: TableLine,
  rows: readonly RowLine[],
): Promise<void> {
  const names = columns.map(({ name }) => quote(name)).join(', ');
  const values = columns.map(({ type }, at) => `v${at}::${type}`).join(', ');
  const sources = columns.map((_, at) => `$${at + 1}::text[]`).join(', ');
  const aliases = columns.map((_, at) => `v${at}`).join(', ');
  await tx.query(
    `insert into ${quote(table)} (${names}) select ${values} from unnest(${sources}) as row (${aliases})`,
    columns.map((_, at) => rows.map((row) => row[at] ?? null)),
  );
}

function notEmpty(what: string, advice: string): StorageError {
  return new StorageError(
    `${what} is not empty, and was left as it is. A backup is restored into an empty place only. ${advice}.`,
  );
}
