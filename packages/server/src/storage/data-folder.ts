import fs from 'node:fs';
import path from 'node:path';
import { StorageError } from './database.js';

/** Major version of the PostgreSQL that PGlite embeds. */
export const postgresqlMajor = '18';

const needed = [
  'base',
  'global',
  'global/pg_control',
  'pg_multixact',
  'pg_wal',
  'pg_xact',
  'postgresql.conf',
];

/**
 * Makes the folder, and refuses one in which something else would be overwritten or that this engine cannot open.
 * It changes nothing in what is there.
 *
 * @throws {StorageError}
 */
export function prepareFolder(folder: string): void {
  const database = path.join(folder, 'database');
  let held: string[];
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stats = fs.statSync(database, { throwIfNoEntry: false });
    if (stats && !stats.isDirectory()) {
      throw notOurs(`${database} is a file of ${stats.size} bytes and no database`);
    }
    held = stats ? fs.readdirSync(database) : [];
    if (!stats && fs.existsSync(path.join(folder, 'PG_VERSION'))) {
      throw notOurs(`${folder} is the folder of a PostgreSQL server`);
    }
  } catch (error) {
    if (error instanceof StorageError) throw error;
    throw new StorageError(
      `${folder} cannot be used as a data folder: ${(error as Error).message}. Choose another one with --data.`,
      { cause: error },
    );
  }
  if (held.length === 0) return;
  if (!held.includes('PG_VERSION')) {
    if (held.includes('base') || held.includes('pg_wal')) throw incomplete(folder, ['PG_VERSION']);
    throw notOurs(`${database} is not a database of Heed`);
  }
  checkVersion(folder);
  const missing = needed.filter((name) => !fs.existsSync(path.join(database, name)));
  if (missing.length > 0) throw incomplete(folder, missing);
}

function checkVersion(folder: string): void {
  const written = fs.readFileSync(path.join(folder, 'database', 'PG_VERSION'), 'utf8').trim();
  if (written === postgresqlMajor) return;
  if (!/^\d+$/.test(written)) throw incomplete(folder, ['what PG_VERSION says']);
  throw new StorageError(
    `The database in ${folder} was written by PostgreSQL ${written}, and this version of Heed embeds PostgreSQL ` +
      `${postgresqlMajor}. Nothing was changed. Export the data with the version of Heed that wrote it (heed export FILE), ` +
      'and import it with this one into a new folder (heed import FILE --data DIR).',
  );
}

function notOurs(finding: string): StorageError {
  return new StorageError(`${finding}, and was left as it is. Choose another folder with --data.`);
}

function incomplete(folder: string, missing: readonly string[]): StorageError {
  return new StorageError(
    `The database in ${folder} is damaged: ${missing.join(', ')} is missing. Nothing was changed. ` +
      'Restore a backup with "heed import" into another folder (see docs/backup.md), and have the disk checked.',
  );
}
