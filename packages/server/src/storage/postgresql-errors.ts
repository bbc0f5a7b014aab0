import pg from 'pg';
import { SqlError, StorageError } from './database.js';

/** SQLSTATE classes and codes that say something about the server and nothing about the statement. */
const outages: readonly [RegExp, string][] = [
  [/^(08...|57P..)$/, 'is going down, starting or out of reach'],
  [/^53300$/, 'has no connection left; raise its max_connections or start fewer processes'],
  [/^53...$/, 'has run out of disk or memory; make room there'],
  [/^25006$/, 'only takes reads, as a standby does; DATABASE_URL has to lead to the primary'],
  [/^(58...|XX00[12])$/, 'cannot read its files; look into its log and have a backup at hand'],
];

/** An error of the driver as one of ours. */
export function asKnownError(error: unknown): unknown {
  // From `decodeValue`: the server did answer.
  if (error instanceof RangeError) return error;
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) {
    return new StorageError(`The PostgreSQL server does not answer: ${reason(error)}.`, {
      cause: error,
    });
  }
  const { code, constraint, detail, message } = error;
  const outage = outages.find(([codes]) => codes.test(code));
  if (outage) {
    return new StorageError(
      `The PostgreSQL server ${outage[1]}: ${message}. Nothing that was confirmed is lost; what was under way has to be sent again.`,
      { cause: error },
    );
  }
  const fields = { code, constraint, detail };
  if (code === '57014' && /statement timeout/.test(message)) {
    return new SqlError(
      'The PostgreSQL server ended a statement at its statement_timeout. Raise it for the role of Heed, or find out ' +
        'in pg_stat_activity what holds the statements up.',
      fields,
      { cause: error },
    );
  }
  return new SqlError(message, fields, { cause: error });
}

/** An error in one line. */
export function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ');
  return error instanceof Error ? error.message : String(error);
}
