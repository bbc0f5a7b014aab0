/** One statement at a time against the database, or against one open transaction of it. */
export interface Queryable {
  /**
   * Runs one parametrised statement (`$1`, `$2`, …) and returns its rows.
   *
   * Parameters: string, number, boolean, bigint, `Date`, `Uint8Array` (bytea), `null`, an array of these
   * (a PostgreSQL array) or a plain object (json). A JSON *array* is passed as `JSON.stringify(list)`,
   * because an array parameter always means a PostgreSQL array.
   *
   * Columns come back the same from both engines: timestamptz as RFC 3339 UTC with milliseconds, bigint and
   * numeric as number, json and jsonb parsed, bytea as `Uint8Array`, date as `YYYY-MM-DD`.
   *
   * @throws {SqlError} with the SQLSTATE and the name of the violated constraint.
   */
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** The one storage interface of the server; both engines speak the PostgreSQL dialect. */
export interface Database extends Queryable {
  /** Which engine answers: PGlite in this process, or a PostgreSQL server. */
  readonly engine: 'embedded' | 'postgresql';
  /**
   * Runs `work` inside one transaction: committed when it resolves, rolled back when it throws. The whole of
   * `work` runs again after a serialization failure or a deadlock, so it must have no effect outside `tx`.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Waits for what is under way, then releases the folder or the connections. */
  close(): Promise<void>;
}

/** A statement that the database refused. */
export class SqlError extends Error {
  override readonly name = 'SqlError';
  /** SQLSTATE (PostgreSQL appendix A), e.g. `23505` for a duplicate key. */
  readonly code: string;
  /** The violated constraint, when there is one. */
  readonly constraint: string | undefined;
  /** PostgreSQL's detail line. It can hold row values: never send it to a client. */
  readonly detail: string | undefined;

  constructor(
    message: string,
    fields: { code: string; constraint?: string | undefined; detail?: string | undefined },
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = fields.code;
    this.constraint = fields.constraint;
    this.detail = fields.detail;
  }
}

/** The storage cannot be opened or has stopped; the message says what to do next. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/** Where the data lives: a PostgreSQL server by URL, or a folder of this machine. */
export type DatabaseLocation = { url: string } | { folder: string };

/**
 * Opens the storage. Only the engine that is asked for is loaded.
 *
 * @throws {StorageError} when the server cannot be reached, or the folder is in use by another process.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  if ('url' in location) return (await import('./postgresql.js')).openPostgresql(location.url);
  return (await import('./embedded.js')).openEmbedded(location.folder);
}
