import { createHash } from 'node:crypto';
import pg from 'pg';
import { StorageError, type Database, type Queryable } from './database.js';
import { Inside, retryConflicts, runTransaction, type Send } from './transaction.js';
import { asKnownError, reason } from './postgresql-errors.js';
import { decodeValue, encodeValue } from './values.js';

/** How a process uses its PostgreSQL server. */
export interface PoolOptions {
  /** Most connections at once. */
  readonly connections?: number;
  /** How long a request waits for one of them. */
  readonly waitMs?: number;
}

/**
 * Opens a pool of connections to a PostgreSQL server (or one that speaks its protocol).
 *
 * @throws {StorageError} when the server cannot be reached, refuses the login or does not store UTF-8.
 */
export async function openPostgresql(
  url: string,
  { connections = 10, waitMs = 10_000 }: PoolOptions = {},
): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: waitMs,
    application_name: 'heed',
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: { getTypeParser: (oid: number) => (text: string) => decodeValue(oid, text) },
  });
  // An idle connection that the server drops is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const sender = (connection: pg.Pool | pg.PoolClient): Send => {
    return async <Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> => {
      const values = params.map(encodeValue);
      try {
        // Planned once per connection: planning takes longer than most of these statements.
        const name = values.length > 0 ? nameOf(sql) : undefined;
        return (await connection.query({ name, text: sql, values })).rows as Row[];
      } catch (error) {
        throw explain(error);
      }
    };
  };
  const explain = (error: unknown): unknown => {
    const isWaiting = /timeout exceeded when trying to connect/.test(reason(error));
    if (!isWaiting || pool.totalCount < connections) return asKnownError(error);
    return new StorageError(
      `All ${connections} connections to the PostgreSQL server were busy for ${waitMs / 1000} s, so nothing was done. ` +
        'Try again; if it stays, look for what holds them in pg_stat_activity, or start more processes.',
      { cause: error },
    );
  };
  const send = sender(pool);
  await check(send, url).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const inside = new Inside();
  return {
    engine: 'postgresql',
    async query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]> {
      inside.refuse();
      return retryConflicts(() => send<Row>(sql, params));
    },
    async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
      inside.refuse();
      return retryConflicts(async () => {
        const client = await pool.connect().catch((error: unknown) => {
          throw explain(error);
        });
        let broken: Error | undefined;
        const gone = (error: Error): void => void (broken = error);
        client.on('error', gone);
        try {
          return await runTransaction(sender(client), (tx) => inside.run(() => work(tx)));
        } catch (error) {
          // Also a server that became a standby: the next connection may lead to the new primary.
          if (error instanceof StorageError) broken ??= error;
          throw error;
        } finally {
          client.off('error', gone);
          client.release(broken);
        }
      });
    },
    close: () => pool.end(),
  };
}

const names = new Map<string, string>();

/** A name for a prepared statement: the SQL is written by us, so there are not many of them. */
function nameOf(sql: string): string {
  let name = names.get(sql);
  if (!name) {
    name = createHash('sha256').update(sql).digest('hex').slice(0, 32);
    names.set(sql, name);
  }
  return name;
}

async function check(send: Send, url: string): Promise<void> {
  let encoding: string | undefined;
  try {
    const [row] = await send<{ encoding: string }>(
      `select current_setting('server_encoding') as encoding`,
    );
    encoding = row?.encoding;
  } catch (error) {
    throw new StorageError(
      `The PostgreSQL server ${where(url)} cannot be used: ${reason(error)}. ` +
        'Check that it is running and that DATABASE_URL has the right host, port, database, user and password.',
      { cause: error },
    );
  }
  if (encoding !== 'UTF8') {
    throw new StorageError(
      `The database ${where(url)} stores ${encoding}. Heed keeps the exact bytes of records and needs UTF8: ` +
        `create it with "create database heed encoding 'UTF8' template template0".`,
    );
  }
}

/** The server's address without the user and the password. */
function where(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `at ${host}${pathname}`;
  } catch {
    return 'named by DATABASE_URL';
  }
}
