import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { StorageError, type Database, type Queryable } from '../database.js';
import { syncPath } from '../durable-files.js';
import { checkLog, listTenants } from '../log-check.js';
import { newestApplied, newestMigration, readMigrations } from '../migrate.js';
import type { AppliedMigration, Header, Line } from './format.js';
import { describeTables, quote, type Table } from './tables.js';

/** What a backup holds. */
export interface Account {
  readonly rows: number;
  readonly leaves: number;
  readonly acknowledgements: number;
}

/** A document can have megabytes and a membership a hundred bytes: what is fetched at once follows their length. */
const mostRows = 500;
const wantedLength = 1_000_000;

/**
 * Writes everything of the database into one file: what one repeatable-read transaction sees, while others write. The
 * log is checked in the same transaction, so that no backup comes of a damaged database. The file appears under its name
 * when it is whole and on the disk.
 *
 * @throws {StorageError} when the file exists or cannot be written, or the database is damaged or of another version.
 */
export async function exportDatabase(db: Database, file: string): Promise<Account> {
  if (fs.existsSync(file)) {
    throw new StorageError(`${file} exists and was left as it is. Give the backup another name.`);
  }
  const unfinished = `${file}.unfinished`;
  try {
    const account = await db.transaction(async (tx) => {
      await beginSnapshot(tx);
      const total = { rows: 0, leaves: 0, acknowledgements: 0 };
      // 'w': a database that conflicts with its standby has the transaction run again.
      const target = fs.createWriteStream(unfinished, { flags: 'w', mode: 0o600 });
      await pipeline(Readable.from(pieces(tx, total)), createGzip(), target);
      for (const tenant of await listTenants(tx)) {
        const { leaves, acknowledgements } = await checkLog(tx, tenant);
        total.leaves += leaves;
        total.acknowledgements += acknowledgements;
      }
      return total;
    });
    syncPath(unfinished);
    fs.renameSync(unfinished, file);
    syncPath(path.dirname(path.resolve(file)));
    return account;
  } catch (error) {
    fs.rmSync(unfinished, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof StorageError || !/^E[A-Z]+$/.test(code ?? '')) throw error;
    throw new StorageError(
      `${file} cannot be written: ${message}. There is no backup; give a place with room that this user may write to.`,
      { cause: error },
    );
  }
}

async function beginSnapshot(tx: Queryable): Promise<void> {
  await tx.query('set transaction isolation level repeatable read, read only');
  // A backup takes as long as it takes, and its text must not depend on how the server or the role is set up.
  for (const setting of [
    `statement_timeout = 0`,
    `idle_in_transaction_session_timeout = 0`,
    `timezone = 'UTC'`,
    `datestyle = 'ISO'`,
    `bytea_output = 'hex'`,
    `extra_float_digits = 1`,
  ]) {
    await tx.query(`set local ${setting}`);
  }
  const applied = await newestApplied(tx);
  const known = await newestMigration();
  if (applied === known) return;
  throw new StorageError(
    applied === 0
      ? 'There is nothing of Heed in this database, so there is nothing to export. Check DATABASE_URL or --data.'
      : `The database is at migration ${applied} and this version of Heed at ${known}. Nothing was exported: use the version that last wrote to it.`,
  );
}

/** The text of the backup, a few rows at a time. */
async function* pieces(tx: Queryable, total: { rows: number }): AsyncGenerator<string> {
  const write = (line: Header | Line): string => `${JSON.stringify(line)}\n`;
  const migrations = await readApplied(tx);
  yield write({ heed: 'backup', format: 1, takenAt: new Date().toISOString(), migrations });
  const end: Record<string, number> = {};
  for (const table of await describeTables(tx)) {
    yield write({ table: table.table, columns: table.columns });
    let count = 0;
    for await (const rows of readRows(tx, table)) {
      count += rows.length;
      yield rows.map(write).join('');
    }
    end[table.table] = count;
    total.rows += count;
  }
  yield write({ end });
}

async function* readRows(tx: Queryable, { table, columns, key }: Table) {
  const select = columns.map(({ name }, at) => `${quote(name)}::text as "${at}"`).join(', ');
  const order = key.length > 0 ? ` order by ${key.map(quote).join(', ')}` : '';
  await tx.query(
    `declare backup no scroll cursor for select ${select} from ${quote(table)}${order}`,
  );
  for (let most = 4; ;) {
    const fetched = await tx.query<Record<number, string | null>>(`fetch ${most} from backup`);
    if (fetched.length === 0) break;
    const rows = fetched.map((row) => columns.map((_, at) => row[at] ?? null));
    yield rows;
    const length = rows.flat().reduce((sum, value) => sum + (value?.length ?? 0), 0);
    most = Math.max(
      1,
      Math.min(mostRows, Math.floor((fetched.length * wantedLength) / (length + 1))),
    );
  }
  await tx.query('close backup');
}

async function readApplied(tx: Queryable): Promise<AppliedMigration[]> {
  const rows = await tx.query<AppliedMigration>(
    `select number, min(name) as name, min(checksum) as checksum, count(*) as steps
      from migrations where number > 0 group by number order by number`,
  );
  const known = new Map((await readMigrations()).map((each) => [each.number, each]));
  const odd = rows.find(({ number, checksum, steps }) => {
    const migration = known.get(number);
    return migration?.checksum !== checksum || migration.steps.length !== steps;
  });
  if (!odd) return rows;
  throw new StorageError(
    `Migration ${odd.name} of the database is not the one of this version of Heed, or not finished. Nothing was ` +
      'exported: start the version that last wrote to it, and export then.',
  );
}
