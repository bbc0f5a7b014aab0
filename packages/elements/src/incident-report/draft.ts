import { nothingTold, type Telling } from './telling.js';

const table = 'drafts';
/** Milliseconds after which a storage that does not answer counts as refused. */
const patience = 5000;

/** What is on the device: nothing that can be read without the browser that has the key. */
interface Sealed {
  person: string;
  /** AES-GCM. No script can read it out, and it goes with what it has sealed. */
  key: CryptoKey;
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/**
 * What one person is telling, kept on this device until it is sent. It is sealed at rest; where the browser has no Web Crypto
 * (on plain http) or no storage nothing is kept.
 */
export class Draft {
  #work: Promise<unknown> = Promise.resolve();

  constructor(
    /** Name of the database. */
    private readonly name: string,
    private readonly person: string,
  ) {}

  /** What is kept; nothing where there is none, or where it cannot be opened. */
  read(): Promise<Telling | undefined> {
    return this.#after(async () => {
      const sealed = await this.#run<Sealed | undefined>('readonly', (rows) =>
        rows.get(this.person),
      );
      if (!sealed) return undefined;
      const { key, iv, bytes } = sealed;
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes);
      const told = JSON.parse(new TextDecoder().decode(opened)) as Telling;
      return { ...nothingTold, ...told };
    }).catch(() => undefined);
  }

  /** Keeps this in place of what was kept; false where it cannot be. */
  write(telling: Telling): Promise<boolean> {
    return this.#after(async () => {
      const known = await this.#run<Sealed | undefined>('readonly', (rows) =>
        rows.get(this.person),
      );
      const name = 'AES-GCM';
      const key =
        known?.key ??
        (await crypto.subtle.generateKey({ name, length: 256 }, false, ['encrypt', 'decrypt']));
      // One key must never see the same one twice.
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const open = new TextEncoder().encode(JSON.stringify(telling));
      const bytes = await crypto.subtle.encrypt({ name, iv }, key, open);
      const sealed: Sealed = { person: this.person, key, iv, bytes };
      await this.#run('readwrite', (rows) => rows.put(sealed));
      return true;
    }).catch(() => false);
  }

  /** Forgets it, and the key that it was sealed with. */
  wipe(): Promise<void> {
    return this.#after(() => this.#run('readwrite', (rows) => rows.delete(this.person))).then(
      () => undefined,
      // What cannot be stored was not.
      () => undefined,
    );
  }

  /** One thing after the other: what is wiped does not come back with what was being written. */
  #after<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }

  #run<T>(mode: IDBTransactionMode, ask: (rows: IDBObjectStore) => IDBRequest): Promise<T> {
    return new Promise((resolve, reject) => {
      const open = indexedDB.open(this.name, 1);
      const timer = setTimeout(reject, patience, new Error('IndexedDB does not answer'));
      open.onupgradeneeded = () => open.result.createObjectStore(table, { keyPath: 'person' });
      open.onerror = () => reject(open.error as Error);
      open.onsuccess = () => {
        clearTimeout(timer);
        const transaction = open.result.transaction(table, mode);
        const request = ask(transaction.objectStore(table));
        open.result.close();
        transaction.oncomplete = () => resolve(request.result as T);
        transaction.onabort = () => reject(transaction.error as Error);
      };
    });
  }
}
