import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase, StorageError, type DatabaseLocation } from '../database.js';
import { requestSnapshot } from '../snapshot.js';
import { exportDatabase, type Account } from './export.js';
import { importIntoDatabase, importIntoFolder } from './import.js';

/** `heed export FILE` and `heed import FILE`. */
export type BackupCommand = 'export' | 'import';

/**
 * Runs one of the commands on a database.
 *
 * @param args what follows the command on the command line.
 * @param databaseUrl the PostgreSQL database; the folder of `--data` when absent.
 * @throws {StorageError} saying what to do instead.
 */
export async function runBackupCommand(
  command: BackupCommand,
  args: readonly string[],
  databaseUrl: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new StorageError(
      `Name one file: heed ${command} heed-2026-11-27.backup [--data DIR]. Nothing was done.`,
    );
  }
  const location = databaseUrl
    ? { url: databaseUrl }
    : { folder: path.resolve(values.data ?? 'heed-data') };
  if (command === 'export') {
    say(`Exported ${count(await exportFrom(location, file))} to ${file}.`);
    say(
      'It holds the signing keys of the log and personal data: keep it as closely as the database.',
    );
    return;
  }
  const account =
    'url' in location
      ? await importIntoDatabase(location.url, file)
      : await importIntoFolder(location.folder, file);
  say(`Imported ${count(account)} from ${file}.`);
  say('Every leaf, the signed root over them and every acknowledgement were checked.');
}

async function exportFrom(location: DatabaseLocation, file: string): Promise<Account> {
  if ('url' in location) return exportOpened(location, file);
  refuseMissing(location.folder);
  const snapshot = await requestSnapshot(location.folder);
  if (!snapshot) return exportOpened(location, file);
  try {
    return await exportOpened({ folder: snapshot.folder }, file);
  } finally {
    await snapshot.release();
  }
}

/** Opening a folder creates what is missing in it. */
function refuseMissing(folder: string): void {
  if (fs.existsSync(path.join(folder, 'database'))) return;
  throw new StorageError(
    `There is no database in ${folder}, so there is nothing to export. Check --data, or set DATABASE_URL.`,
  );
}

async function exportOpened(location: DatabaseLocation, file: string): Promise<Account> {
  const db = await openDatabase(location);
  try {
    return await exportDatabase(db, file);
  } finally {
    await db.close();
  }
}

const count = ({ rows, leaves, acknowledgements }: Account): string =>
  `${rows} rows, with ${acknowledgements} acknowledgements and ${leaves} leaves of the log,`;
