import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { SqlError, type Queryable } from './database.js';

/** Sends one statement over the connection that belongs to a transaction. */
export type Send = <Row>(sql: string, params?: readonly unknown[]) => Promise<Row[]>;

const attempts = 40;

/**
 * Runs one attempt of a transaction over a connection of its own.
 *
 * A failed statement makes PostgreSQL turn COMMIT into a silent ROLLBACK, so work that swallowed such an error
 * is failed here instead of being reported as committed.
 */
export async function runTransaction<T>(
  send: Send,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  let open = true;
  let failure: unknown;
  const tx: Queryable = {
    async query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]> {
      if (!open) {
        throw new Error(
          'This transaction has already ended, so the statement was not run. Await every query before the work returns.',
        );
      }
      try {
        const rows = await send<Row>(sql, params);
        failure = undefined; // only ROLLBACK TO SAVEPOINT succeeds after a failure
        return rows;
      } catch (error) {
        failure ??= error;
        throw error;
      }
    },
  };
  await send('begin');
  try {
    const result = await work(tx);
    open = false;
    if (failure) throw failure;
    await send('commit');
    return result;
  } catch (error) {
    open = false;
    // The first error is the one to report: a rollback fails only when the connection is gone anyway.
    await send('rollback').catch(() => undefined);
    throw error;
  }
}

/** Runs `attempt` again, after a growing random pause, while the database asks for it (40001, 40P01). */
export async function retryConflicts<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      const conflict =
        error instanceof SqlError && (error.code === '40001' || error.code === '40P01');
      if (!conflict || tried === attempts) throw error;
      // Without the jitter two processes on one tenant repeat their collision until they give up.
      await pause(Math.random() * Math.min(100, 2 ** tried));
    }
  }
}

/**
 * Notices a statement or a transaction that is started on the database from inside a transaction's work. On the
 * embedded engine it would wait for itself for ever; on PostgreSQL it would see other data. Only under test
 * (`HEED_TEST_TRANSACTIONS`): following every promise slows the whole process down.
 */
export class Inside {
  readonly #current = process.env['HEED_TEST_TRANSACTIONS']
    ? new AsyncLocalStorage<{ running: boolean }>()
    : undefined;

  /** Runs the work of one transaction under watch. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#current) return work();
    const mark = { running: true };
    try {
      return await this.#current.run(mark, work);
    } finally {
      mark.running = false;
    }
  }

  /** Throws when the caller is inside a transaction that is still running. */
  refuse(): void {
    if (this.#current?.getStore()?.running) {
      throw new Error(
        'The database was used inside a transaction. Use the `tx` that the transaction hands to its work.',
      );
    }
  }
}
