import { clear, createStore, delMany, getMany, setMany, update, type UseStore } from 'idb-keyval';
import type { Kept } from '../cache.js';
import { Failure } from '../errors/failure.js';
import type { Call } from '../transport.js';
import type { Device } from './device.js';

/** An answer as it is kept. */
interface Copy extends Kept {
  /** Whom it was given to. */
  owner: string;
}

/** What is kept, and for whom: one person at a time. */
interface Index {
  owner: string;
  /** By address: when the backend last said so, in milliseconds since the epoch, and of which document it is the text. */
  rows: Map<string, { at: number; contentHash?: string | undefined }>;
}

const INDEX = 'index';
/** What a role may see of other people stays with the backend, and so does what was reported: others use this device, too. */
const aboutOthers =
  /\/v1\/(people|incidents)\b|\/(completions|members|reactions|revisions|parts|steps)\b|[?&](person=|of=(?!me\b))/;
const MOST_COPIES = 300;
/** Milliseconds for the backend to answer before the copy does. */
const PATIENCE = 4000;
/** The same for the storage, which in WebKit now and then never answers. */
const PATIENCE_STORAGE = 4000;
/** The same for either while the other may be faster: the device has no network, or the backend has the text, too. */
const PATIENCE_SHORT = 500;

/**
 * Copies of answers in IndexedDB. They belong to one person, known by the `iss` and `sub` of the token (RFC 7519);
 * somebody else's first answer removes them. With tokens that are no JWT nothing is kept. Whatever the
 * storage refuses is a copy less and no error.
 */
export class Copies {
  #store: UseStore | undefined;
  #work: Promise<unknown> = Promise.resolve();
  #slow = false;

  constructor(
    baseUrl: string | false,
    private readonly device: Device,
  ) {
    try {
      if (baseUrl && (globalThis.indexedDB as IDBFactory | undefined)) {
        this.#store = createStore(`heed-copies:${baseUrl}`, 'answers');
      }
    } catch {
      // Where site data is blocked, some browsers refuse even to name it.
    }
  }

  /**
   * The copy in place of an answer that fails or is late; the failure itself when there is no copy. What
   * is not asked for yet is asked for only if it is not here.
   *
   * @param token the person's; empty for whoever the copies belong to.
   */
  async answer(
    call: Call,
    token: string | undefined,
    asked: Promise<unknown> | (() => Promise<unknown>),
  ): Promise<unknown> {
    if (typeof asked === 'function') {
      const finding = this.#find(call.url, token);
      const soon = await within(PATIENCE_SHORT, finding);
      call.signal?.throwIfAborted();
      if (soon) return soon.value;
      try {
        return await asked();
      } catch (error) {
        const found = isUnreachable(error) && (await finding);
        if (!found) throw error;
        return found.value;
      }
    }
    const late = Symbol();
    let waited = false;
    const answered = asked.then((value) => {
      // A network that is only slow is waited for from now on.
      this.#slow ||= waited;
      this.#tell();
      return value;
    });
    answered.catch(() => undefined);
    const offline = (globalThis.navigator as Navigator | undefined)?.onLine === false;
    const patience = after(offline ? PATIENCE_SHORT : PATIENCE, late);
    try {
      const first = await (this.#slow ? answered : Promise.race([answered, patience.promise]));
      if (first !== late) return first;
    } catch (error) {
      if (!isUnreachable(error)) throw error;
    } finally {
      patience.cancel();
    }
    call.signal?.throwIfAborted();
    const found = await this.#find(call.url, token);
    if (!found) return answered;
    waited = true;
    this.#tell(found.at);
    return found.value;
  }

  /** Keeps an answer after those before it. */
  keep(call: Call, token: string | undefined, kept: Kept): void {
    const owner = ownerOf(token);
    if (!owner || call.answers[200] === 'text' || aboutOthers.test(call.url)) return;
    // A picture has such a hash, too, and is no text.
    const contentHash = call.url.includes('/documents/') ? call.contentHash : undefined;
    this.#later(async (store) => {
      const [index] = await getMany<Index | undefined>([INDEX], store);
      if (index?.owner !== owner) await clear(store);
      await setMany([[call.url, { ...kept, owner } satisfies Copy]], store);
      let oldest: string[] = [];
      await update<Index>(
        INDEX,
        (now) => {
          const rows = now?.owner === owner ? now.rows : new Map();
          rows.delete(call.url);
          rows.set(call.url, { at: Date.now(), contentHash });
          oldest = [...rows.keys()].slice(0, Math.max(0, rows.size - MOST_COPIES));
          for (const url of oldest) rows.delete(url);
          return { owner, rows };
        },
        store,
      );
      if (oldest.length) await delMany(oldest, store);
    });
  }

  /** Content hashes of the documents that are here. */
  async documents(): Promise<ReadonlySet<string>> {
    await within(PATIENCE_STORAGE, this.#work);
    const index = await this.#read<Index>(INDEX);
    const hashes = [...(index?.rows.values() ?? [])].map(({ contentHash }) => contentHash);
    return new Set(hashes.filter((hash) => hash !== undefined));
  }

  /** Removes every copy. What waits to be recorded is none: it stays in the outbox. */
  async clear(): Promise<void> {
    this.#later((store) => clear(store));
    await within(PATIENCE_STORAGE, this.#work);
  }

  /** Tells the page where answers come from: with a time, from this device. */
  #tell(at?: number): void {
    const { device } = this;
    const before = device.asOf?.getTime();
    device.asOf = at === undefined ? undefined : new Date(Math.min(at, before ?? at));
    if ((before === undefined) !== (at === undefined)) device.dispatchEvent(new Event('change'));
  }

  async #find(
    url: string,
    token: string | undefined,
  ): Promise<{ value: unknown; at: number } | undefined> {
    const [copy, index] = await Promise.all([this.#read<Copy>(url), this.#read<Index>(INDEX)]);
    const row = index?.rows.get(url);
    const owner = token === '' ? index?.owner : ownerOf(token);
    if (!copy || !row || !owner || owner !== copy.owner || owner !== index?.owner) return undefined;
    return { value: JSON.parse(copy.text) as unknown, at: row.at };
  }

  async #read<T>(key: string): Promise<T | undefined> {
    try {
      const found = this.#store && getMany<T | undefined>([key], this.#store);
      return (await within(PATIENCE_STORAGE, found))?.[0];
    } catch {
      return undefined;
    }
  }

  #later(work: (store: UseStore) => Promise<void>): void {
    const store = this.#store;
    if (store) this.#work = this.#work.then(() => work(store)).catch(() => undefined);
  }
}

/** Whether an error means that the backend gave no answer, or failed. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof Failure && (error.status === undefined || error.status >= 500);

/** Whom a token is for. */
function ownerOf(token: string | undefined): string | undefined {
  try {
    const payload = token!.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
    const { iss, sub } = JSON.parse(atob(payload)) as { iss?: string; sub?: string };
    return sub && JSON.stringify([iss, sub]);
  } catch {
    return undefined;
  }
}

/** The answer, or nothing when it takes longer than this. */
function within<T>(milliseconds: number, asked: Promise<T> | undefined): Promise<T | undefined> {
  const patience = after(milliseconds, undefined);
  return Promise.race([asked, patience.promise]).finally(patience.cancel);
}

function after<T>(milliseconds: number, value: T): { promise: Promise<T>; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout>;
  const promise = new Promise<T>((resolve) => (timer = setTimeout(resolve, milliseconds, value)));
  return { promise, cancel: () => clearTimeout(timer) };
}
