import path from 'node:path';
import { StorageError, type Database, type Queryable } from './database.js';
import { prepareFolder } from './data-folder.js';
import { DatabaseThread } from './embedded-thread.js';
import { lockFolder } from './folder-lock.js';
import { checkInventory, removeInventory, writeInventory, type Checked } from './inventory.js';
import { checkTails } from './log-check.js';
import { newestApplied, newestMigration } from './migrate.js';
import { Queue } from './queue.js';
import { Room } from './room.js';
import { serveSnapshots } from './snapshot.js';
import { Inside, retryConflicts, runTransaction, type Send } from './transaction.js';
import { Upkeep } from './upkeep.js';

/**
 * Opens (or creates) the embedded PostgreSQL of a data folder, in a thread of its own.
 *
 * @throws {StorageError} when the folder is in use, damaged or not ours; what is in it stays as it is then.
 */
export async function openEmbedded(location: string): Promise<Database> {
  const folder = path.resolve(location);
  prepareFolder(folder);
  const release = await lockFolder(folder);
  const session = new Session(folder);
  const queue = new Queue();
  let stopSnapshots: () => Promise<void>;
  try {
    session.checked = checkInventory(folder, await newestMigration());
    removeInventory(folder);
    await checkTails(await session.ready());
    stopSnapshots = await serveSnapshots(folder, (task) => queue.run(task));
  } catch (error) {
    await session.end();
    await release();
    throw error;
  }
  const inside = new Inside();
  const upkeep = new Upkeep((sql, params) =>
    queue.run(async () => (await session.ready()).query(sql, params)),
  );
  return {
    engine: 'embedded',
    async query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]> {
      inside.refuse();
      upkeep.worked();
      return queue.run(async () => (await session.ready()).query<Row>(sql, params));
    },
    async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
      inside.refuse();
      upkeep.worked();
      return retryConflicts(() =>
        queue.run(async () => {
          // One and the same thread for all of it: a new one knows nothing of the transaction.
          const { query } = await session.ready();
          return runTransaction(query, (tx) => inside.run(() => work(tx)));
        }),
      );
    },
    close: () =>
      queue.run(async () => {
        await stopSnapshots();
        await session.close().finally(release);
      }),
  };
}

const triesApartMs = 1_000;

/** The thread that holds the database, and the next one after it broke: as a restart of the program does. */
class Session {
  /** The files as they were before the first opening. */
  checked: Checked | undefined;
  readonly #folder: string;
  readonly #room: Room;
  #thread: DatabaseThread | undefined;
  #triedAt = -Infinity;
  #failure: StorageError | undefined;
  #closed = false;

  constructor(folder: string) {
    this.#folder = folder;
    this.#room = new Room(folder);
  }

  /** What takes the next statement or transaction. */
  async ready(): Promise<{ query: Send }> {
    const { send } = await this.#open();
    const query: Send = async <Row>(sql: string, params?: readonly unknown[]): Promise<Row[]> => {
      try {
        return await send<Row>(sql, params);
      } catch (error) {
        throw this.#room.explain(error);
      }
    };
    await this.#room.watch({ query });
    return { query };
  }

  /** Shuts PostgreSQL down and writes down what it left. */
  async close(): Promise<void> {
    this.#closed = true;
    const thread = this.#thread;
    if (!thread || thread.hasStopped) return this.end();
    const schema = await newestApplied({ query: thread.send });
    await thread.close();
    writeInventory(this.#folder, schema, this.checked);
  }

  /** Ends the thread without a checkpoint. */
  async end(): Promise<void> {
    await this.#thread?.end();
  }

  async #open(): Promise<DatabaseThread> {
    if (this.#closed) throw new StorageError('The embedded database is closed.');
    if (this.#thread && !this.#thread.hasStopped) return this.#thread;
    if (this.#failure && performance.now() - this.#triedAt < triesApartMs) throw this.#failure;
    await this.#thread?.end();
    this.#triedAt = performance.now();
    const thread = new DatabaseThread(this.#folder);
    this.#room.reset();
    try {
      await thread.opened;
    } catch (error) {
      await thread.end();
      this.#failure = cannotOpen(this.#folder, (error as Error).message);
      throw this.#failure;
    }
    this.#failure = undefined;
    return (this.#thread = thread);
  }
}

function cannotOpen(folder: string, reason: string): StorageError {
  return new StorageError(
    `The embedded database in ${folder} cannot be opened: ${reason}. ` +
      'Check that this user may write to the folder and that the disk is not full; otherwise restore a backup.',
  );
}
