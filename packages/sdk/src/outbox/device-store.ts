import type { Row } from './entry.js';

const TABLE = 'entries';
/** Milliseconds after which a storage that does not answer counts as refused. */
const PATIENCE = 5000;

/** Rows in IndexedDB. Each operation opens and closes the database: none stands in the way of another tab. */
export class DeviceStore {
  constructor(
    private readonly factory: IDBFactory,
    private readonly name: string,
  ) {}

  /** Every row, of everybody. */
  all(): Promise<Row[]> {
    return this.#run('readonly', 'default', (table) => table.getAll());
  }

  /**
   * Replaces the row in one transaction; `undefined` deletes it. Resolves when it is on the disk:
   * an act must survive a power cut, a reading need not.
   */
  change(row: Row, next: (stored?: Row) => Row | undefined): Promise<Row | undefined> {
    const durability = row.kind === 'reading' ? 'relaxed' : 'strict';
    return this.#run<Row | undefined>(
      'readwrite',
      durability,
      (table) => table.get(row.key),
      (table, stored) => {
        const value = next(stored);
        if (value) table.put(value);
        else table.delete(row.key);
        return value;
      },
    );
  }

  #run<T>(
    mode: IDBTransactionMode,
    durability: IDBTransactionDurability,
    ask: (table: IDBObjectStore) => IDBRequest<T>,
    then: (table: IDBObjectStore, result: T) => T = (_, result) => result,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      // What a listener throws would reach the page and not the caller.
      const safely = (work: () => void) => () => {
        try {
          work();
        } catch (error) {
          reject(error as Error);
        }
      };
      const open = this.factory.open(this.name, 1);
      const timer = setTimeout(reject, PATIENCE, new Error('IndexedDB does not answer'));
      open.onupgradeneeded = () => open.result.createObjectStore(TABLE, { keyPath: 'key' });
      open.onerror = () => reject(open.error as Error);
      open.onsuccess = safely(() => {
        clearTimeout(timer);
        const transaction = open.result.transaction(TABLE, mode, { durability });
        open.result.close();
        const table = transaction.objectStore(TABLE);
        const request = ask(table);
        let result: T;
        request.onsuccess = safely(() => (result = then(table, request.result)));
        transaction.oncomplete = () => resolve(result);
        transaction.onabort = () => reject(transaction.error as Error);
      });
    });
  }
}
