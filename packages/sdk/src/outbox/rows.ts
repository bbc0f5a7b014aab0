import { StorageError } from '../errors/storage-error.js';
import { storeError, type StoredError } from '../errors/errors.js';
import { DeviceStore } from './device-store.js';
import type { Row } from './entry.js';

/** The rows of the outbox: on the device, and in memory where the device refuses. */
export class Rows {
  #device: DeviceStore | undefined;
  #memory = new Map<string, Row>();
  #refusal: StoredError | undefined;

  constructor(name: string, memoryOnly: boolean) {
    try {
      const factory = globalThis.indexedDB as IDBFactory | undefined;
      if (factory && !memoryOnly) this.#device = new DeviceStore(factory, name);
    } catch {
      // Where site data is blocked, some browsers refuse even to name it.
    }
  }

  /** Whether other tabs see the same rows. */
  get shared(): boolean {
    return !!this.#device && !this.#refusal;
  }

  /** Every row, of everybody. */
  async all(): Promise<Row[]> {
    const rows = new Map<string, Row>();
    const stored = (await this.#device?.all().catch(() => undefined)) ?? [];
    for (const row of [...stored, ...this.#memory.values()]) rows.set(row.key, row);
    return [...rows.values()];
  }

  /** Replaces a row as it is known now; `undefined` deletes it. Gives what is kept. */
  async change(known: Row, next: (now: Row) => Row | undefined): Promise<Row | undefined> {
    if (this.#device && !this.#memory.has(known.key)) {
      try {
        return await this.#device.change(known, (stored) => next(stored ?? known));
      } catch (cause) {
        this.#refusal = storeError(new StorageError({ cause }));
      }
    }
    const row = next(this.#memory.get(known.key) ?? known);
    this.#memory.delete(known.key);
    if (!row) return row;
    const error = row.error ?? (row.state === 'queued' ? this.#refusal : undefined);
    const kept = { ...row, durable: false, error };
    this.#memory.set(row.key, kept);
    return kept;
  }
}
