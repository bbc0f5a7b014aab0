import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { StorageError } from '../database.js';

/*
 * A backup is gzip over lines of JSON:
 *
 *     {"heed":"backup","format":1,"takenAt":"…","migrations":[{"number":1,"name":"…","checksum":"…","steps":1}, …]}
 *     {"table":"people","columns":[{"name":"tenant","type":"text"}, …]}
 *     ["main","p1", …]          one row: every value in PostgreSQL's text format, or null
 *     {"end":{"people":25, …}}  rows of each table
 *
 * Text is what every version of PostgreSQL reads back exactly, whatever its files look like.
 */

/** A migration that had been applied to the database in the backup. */
export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly steps: number;
}

/** First line of a backup. */
export interface Header {
  readonly heed: 'backup';
  readonly format: 1;
  /** RFC 3339 UTC. */
  readonly takenAt: string;
  readonly migrations: readonly AppliedMigration[];
}

/** The line before the rows of a table. */
export interface TableLine {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** One row of the table named last. */
export type RowLine = readonly (string | null)[];

/** Last line of a backup: rows by table. */
export interface EndLine {
  readonly end: Readonly<Record<string, number>>;
}

/** A line after the first one. */
export type Line = TableLine | RowLine | EndLine;

/** Reads a backup line by line, however large it is. */
export async function* readBackup(file: string): AsyncGenerator<Header | Line> {
  const text = createGunzip({ chunkSize: 256 * 1024 });
  pipeline(createReadStream(file), text, () => undefined); // the error reaches the loop through `text`
  text.setEncoding('utf8');
  let rest = '';
  try {
    for await (const piece of text as AsyncIterable<string>) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as Header | Line;
    }
  } catch (error) {
    throw unusable(file, `it cannot be read to its end (${(error as Error).message})`, error);
  }
}

/**
 * Reads a whole backup once, before anything is stored.
 *
 * @throws {StorageError} when it is not a backup, of a newer format, damaged or cut off.
 */
export async function checkBackup(file: string): Promise<Header> {
  let header: Header | undefined;
  let table: string | undefined;
  let end: EndLine['end'] | undefined;
  const rows: Record<string, number> = {};
  for await (const line of readBackup(file)) {
    if (!header) {
      header = line as Header;
      if (header.heed !== 'backup') throw unusable(file, 'it is no backup of Heed');
      if (header.format !== 1) {
        throw unusable(file, 'a newer version of Heed has written it; import it with that one');
      }
    } else if (end) throw unusable(file, 'it goes on after its end');
    else if ('end' in line) end = line.end;
    else if ('table' in line) rows[(table = line.table)] = 0;
    else if (table !== undefined) rows[table] = (rows[table] ?? 0) + 1;
  }
  if (!header || !end) throw unusable(file, 'it has no end');
  for (const name of new Set([...Object.keys(rows), ...Object.keys(end)])) {
    if (rows[name] !== end[name]) throw unusable(file, `rows of table ${name} are missing`);
  }
  return header;
}

/** A backup that cannot be restored, and why. */
export function unusable(file: string, finding: string, cause?: unknown): StorageError {
  return new StorageError(
    `${file} cannot be imported: ${finding}. Nothing was stored. Use another backup.`,
    { cause },
  );
}
