import { Worker } from 'node:worker_threads';
import { SqlError, StorageError } from './database.js';
import type { Send } from './transaction.js';
import { decodeValue, encodeValue, type WireValue } from './values.js';

/** What the main thread asks of the database thread. */
export type Ask =
  { kind: 'query'; id: number; sql: string; params: WireValue[] } | { kind: 'close'; id: number };

/** What the database thread answers; `id` 0 belongs to opening. */
export type Answer =
  | { kind: 'open' }
  | {
      kind: 'rows';
      id: number;
      fields: { name: string; oid: number }[];
      rows: (string | null)[][];
    }
  | { kind: 'broken'; reason: string }
  | {
      kind: 'failed';
      id: number;
      error: {
        message: string;
        code: string | undefined;
        constraint: string | undefined;
        detail: string | undefined;
      };
    };

/** The messages to and from the thread that holds PGlite. */
export class DatabaseThread {
  /** Rejects with the engine's own reason when the database cannot be opened. */
  readonly opened: Promise<void>;
  readonly #worker: Worker;
  readonly #waiting = new Map<
    number,
    {
      resolve: (rows: Extract<Answer, { kind: 'rows' }>) => void;
      reject: (error: unknown) => void;
    }
  >();
  #last = 0;
  #stopped: StorageError | undefined;

  constructor(folder: string) {
    this.#worker = startWorker({ folder });
    this.opened = new Promise((resolve, reject) => {
      const stop = (reason: string): void => {
        const stopped = new StorageError(
          `The embedded database in ${folder} stopped: ${reason}. Nothing that was confirmed is lost: ` +
            'it recovers from its write-ahead log, with the next statement when the cause is gone.',
        );
        this.#stopped ??= stopped;
        reject(this.#stopped);
        for (const { reject: fail } of this.#waiting.values()) fail(this.#stopped);
        this.#waiting.clear();
      };
      this.#worker.on('error', (error) => stop(error.message));
      this.#worker.on('exit', (code) => stop(`its thread ended with code ${code}`));
      this.#worker.on('message', (answer: Answer) => {
        if (answer.kind === 'open') resolve();
        else if (answer.kind === 'broken') stop(answer.reason);
        else if (answer.id === 0 && answer.kind === 'failed') {
          reject(new StorageError(answer.error.message));
        } else this.#settle(answer);
      });
    });
  }

  /** Whether it takes no statements any more. */
  get hasStopped(): boolean {
    return this.#stopped !== undefined;
  }

  /** Runs one statement. */
  readonly send: Send = async <Row>(
    sql: string,
    params: readonly unknown[] = [],
  ): Promise<Row[]> => {
    const { fields, rows } = await this.#ask({
      kind: 'query',
      sql,
      params: params.map(encodeValue),
    });
    return rows.map((row) => {
      const record: Record<string, unknown> = {};
      fields.forEach(({ name, oid }, at) => (record[name] = decodeValue(oid, row[at] ?? null)));
      return record as Row;
    });
  };

  /** Shuts PostgreSQL down (with its checkpoint), then the thread. */
  async close(): Promise<void> {
    if (!this.#stopped) await this.#ask({ kind: 'close' });
    this.#stopped ??= new StorageError('The embedded database is closed.');
    await this.end();
  }

  /** Ends the thread without a checkpoint. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask(
    question: { kind: 'query'; sql: string; params: WireValue[] } | { kind: 'close' },
  ): Promise<Extract<Answer, { kind: 'rows' }>> {
    if (this.#stopped) return Promise.reject(this.#stopped);
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...question, id });
    });
  }

  #settle(answer: Exclude<Answer, { kind: 'open' | 'broken' }>): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.kind === 'rows') waiting?.resolve(answer);
    else if (answer.error.code === undefined) waiting?.reject(new Error(answer.error.message));
    else {
      const { message, code, constraint, detail } = answer.error;
      waiting?.reject(new SqlError(message, { code, constraint, detail }));
    }
  }
}

function startWorker(workerData: { folder: string }): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./embedded-worker.js', import.meta.url), { workerData });
  }
  // Run from source, as the tests do: Node 20 does not hand the loader of tsx on to worker threads.
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const body = JSON.stringify(new URL('./embedded-worker.ts', import.meta.url).href);
  const start = `import(${loader}).then(({ register }) => (register(), import(${body})))`;
  return new Worker(start, { eval: true, workerData });
}
