import fs from 'node:fs';
import { SqlError, StorageError, type Queryable } from './database.js';

/**
 * What has to stay free on the disk of an embedded database. PostgreSQL survives a full disk when it extends a table
 * and not when it begins the next file (16 MB) of its write-ahead log, so writes end before.
 */
export const reserve = 64 * 1024 * 1024;

/** Watches the free space of a data folder, and turns writes off and on again with it. Reads always go on. */
export class Room {
  readonly #folder: string;
  #readOnly = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** To be called when the session begins anew. */
  reset(): void {
    this.#readOnly = false;
  }

  /** To be called before every statement and transaction of the session. */
  async watch(session: Queryable): Promise<void> {
    const isShort = this.#free() < reserve;
    if (isShort === this.#readOnly) return;
    // PostgreSQL knows better than we what is a write.
    await session.query(`set default_transaction_read_only = ${isShort ? 'on' : 'off'}`);
    this.#readOnly = isShort;
  }

  /** A refusal for want of room as such; every other error as it is. */
  explain(error: unknown): unknown {
    const isFull =
      error instanceof SqlError &&
      (error.code === '53100' || (error.code === '25006' && this.#readOnly));
    if (!isFull) return error;
    const free = Math.floor(this.#free() / 1024 / 1024);
    return new StorageError(
      `The disk of ${this.#folder} is full (${free} MB are free, and ${reserve / 1024 / 1024} MB have to be): nothing of ` +
        'this write was stored. Reading goes on. Make room, and writing goes on by itself.',
      { cause: error },
    );
  }

  #free(): number {
    const { bavail, bsize } = fs.statfsSync(this.#folder);
    return bavail * bsize;
  }
}
