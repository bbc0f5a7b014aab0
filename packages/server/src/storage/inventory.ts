import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { StorageError } from './database.js';
import { syncPath } from './durable-files.js';

/** What a clean end leaves beside the database: every file, and the newest migration in it. */
interface Inventory {
  readonly format: 1;
  /** Number of the newest migration; 0 before the first. */
  readonly schema: number;
  /** Path below `database` → SHA-256, hexadecimal. */
  readonly files: Readonly<Record<string, string>>;
}

/** The files of a sound database at one moment. */
export interface Checked {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly files: Inventory['files'];
  /** When each was last written, as the file system says: the same later on means not written since. */
  readonly written: Readonly<Record<string, number>>;
}

/** Clocks of file systems tick in steps, and FAT in steps of two seconds. */
const clockStepMs = 3_000;

const fileName = 'inventory.json';
const howToGoOn =
  'Nothing was changed. Restore a backup with "heed import" into another folder (see docs/backup.md)';

/**
 * Writes down what every file of the closed database is, after flushing it. Only the process that holds the folder's lock
 * may have opened the database.
 *
 * @param before what {@link checkInventory} found: files that were not written since keep their hash.
 */
export function writeInventory(folder: string, schema: number, before?: Checked): void {
  const target = path.join(folder, fileName);
  const unfinished = `${target}.unfinished`;
  try {
    const inventory: Inventory = {
      format: 1,
      schema,
      files: hashFiles(folder, { flush: true, before }),
    };
    fs.writeFileSync(unfinished, JSON.stringify(inventory), { mode: 0o600 });
    syncPath(unfinished);
    fs.renameSync(unfinished, target);
    syncPath(folder);
  } catch {
    // A full disk: the database is closed and sound, and the next start does without.
    fs.rmSync(unfinished, { force: true });
  }
}

/**
 * Compares the closed database with what the last clean end wrote down. Does nothing where there is no inventory: the
 * last process was killed, and PostgreSQL repairs what that leaves.
 *
 * @param schema number of the newest migration that this program knows.
 * @throws {StorageError} when a file is missing or changed, or a newer program has written the database.
 */
export function checkInventory(folder: string, schema: number): Checked | undefined {
  const inventory = read(folder);
  if (!inventory) return undefined;
  const at = Date.now();
  if (inventory.schema > schema) {
    throw new StorageError(
      `The data folder ${folder} was written by a newer version of Heed (migration ${inventory.schema}, and this one ` +
        `knows ${schema}). Nothing was changed. Start that version, or restore the backup from before the upgrade into another folder.`,
    );
  }
  const found = hashFiles(folder, { flush: false });
  const damaged = Object.entries(inventory.files)
    .filter(([name, hash]) => found[name] !== hash)
    .map(([name]) => `${name} ${found[name] === undefined ? 'is missing' : 'has changed'}`);
  if (damaged.length === 0) return { at, files: found, written: timesOf(folder, found) };
  const more = damaged.length > 3 ? ` and ${damaged.length - 3} more` : '';
  throw new StorageError(
    `The database in ${folder} is damaged: since Heed closed it, ${damaged.slice(0, 3).join(', ')}${more}. ` +
      `What is in it cannot be trusted, so it was not opened. ${howToGoOn}, and have the disk checked.`,
  );
}

/** To be called before the files change; afterwards a sudden end cannot look like damage. */
export function removeInventory(folder: string): void {
  const target = path.join(folder, fileName);
  if (!fs.existsSync(target)) return;
  fs.rmSync(target);
  syncPath(folder);
}

function read(folder: string): Inventory | undefined {
  const source = path.join(folder, fileName);
  if (!fs.existsSync(source)) return undefined;
  try {
    const inventory = JSON.parse(fs.readFileSync(source, 'utf8')) as Inventory;
    if (typeof inventory.schema === 'number' && typeof inventory.files === 'object') {
      return inventory;
    }
  } catch {
    // Said below.
  }
  throw new StorageError(
    `${source} cannot be read, so the disk may have damaged the database beside it too. ${howToGoOn}. To open it all ` +
      'the same, copy the folder and delete that file in the copy.',
  );
}

function hashFiles(
  folder: string,
  { flush, before }: { flush: boolean; before?: Checked | undefined },
): Record<string, string> {
  const files: Record<string, string> = {};
  const visit = (below: string): void => {
    const place = path.join(folder, 'database', below);
    for (const entry of fs.readdirSync(place, { withFileTypes: true })) {
      const name = path.posix.join(below, entry.name);
      const file = path.join(place, entry.name);
      if (entry.isDirectory()) visit(name);
      else if (entry.isFile()) files[name] = unchanged(file, name, before) ?? hashFile(file, flush);
    }
    if (flush) syncPath(place);
  };
  visit('');
  return files;
}

function unchanged(file: string, name: string, before: Checked | undefined): string | undefined {
  const known = before?.files[name];
  if (!before || known === undefined) return undefined;
  const time = before.written[name];
  const isOld = time !== undefined && time < before.at - clockStepMs;
  // Equal, and not merely earlier: clocks are set back too.
  return isOld && fs.statSync(file).mtimeMs === time ? known : undefined;
}

function timesOf(folder: string, files: Inventory['files']): Record<string, number> {
  const time = (name: string) => fs.statSync(path.join(folder, 'database', name)).mtimeMs;
  return Object.fromEntries(Object.keys(files).map((name) => [name, time(name)]));
}

const chunk = new Uint8Array(1024 * 1024);

/** In pieces, because a file of the database can have a gigabyte. */
function hashFile(file: string, flush: boolean): string {
  const hash = createHash('sha256');
  const descriptor = fs.openSync(file, 'r');
  try {
    for (;;) {
      const length = fs.readSync(descriptor, chunk);
      if (length === 0) break;
      hash.update(chunk.subarray(0, length));
    }
    if (flush) fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
  return hash.digest('hex');
}
