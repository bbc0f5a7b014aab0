import { waitOf, backOff } from './back-off.js';
import type { Row } from './entry.js';
import type { Identity } from './identity.js';
import type { Rows } from './rows.js';
import type { Sender } from './sender.js';

/** Milliseconds between two readings. */
const READING_PACE = 5000;
/** Milliseconds for which a recorded act stays on the device. */
const RECORDED_STAYS = 30 * 86_400_000;

/** Sends what is queued: one row at a time, and only one tab at a time. */
export class Flusher {
  #rows: Rows;
  #identity: Identity;
  #sender: Sender;
  #told: (row: Row) => void;
  #lock: string;
  #stopped = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #eager = false;
  #misses = 0;
  #readingAt = -READING_PACE;
  /** Keys of the rows that are under way. */
  readonly sending = new Set<string>();

  constructor(
    rows: Rows,
    identity: Identity,
    sender: Sender,
    lock: string,
    told: (row: Row) => void,
  ) {
    this.#rows = rows;
    this.#identity = identity;
    this.#sender = sender;
    this.#lock = lock;
    this.#told = told;
  }

  /** Aborts when the flusher is stopped. */
  get signal(): AbortSignal {
    return this.#stopped.signal;
  }

  /**
   * Sends what may be sent. Eager: something has changed on this side, so what failed on this side
   * is tried without further waiting.
   */
  flush(eager: boolean): Promise<void> {
    this.#eager ||= eager;
    this.#again = true;
    this.#running ??= this.#run().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Stops; what is under way comes to its end. */
  stop(): void {
    this.#stopped.abort();
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    while (this.#again && !this.signal.aborted) {
      const eager = this.#eager;
      this.#again = this.#eager = false;
      clearTimeout(this.#timer);
      const wait = await this.#pass(eager).catch(() => backOff(++this.#misses));
      if (this.signal.aborted || wait === Infinity) continue;
      this.#timer = setTimeout(() => void this.flush(false), wait);
    }
  }

  /** Milliseconds until the next pass is due. */
  async #pass(eager: boolean): Promise<number> {
    const queued = (row: Row) => row.state === 'queued';
    if (!(await this.#rows.all()).some(queued)) return Infinity;
    const person = await this.#identity.current();
    this.#misses = 0;
    return this.#exclusively(async () => {
      const mine = (await this.#rows.all())
        .filter((row) => row.person === person)
        .sort((a, b) => order(a).localeCompare(order(b)));
      let next = Infinity;
      /** Places where something waits: what was said there after it comes after it. */
      const held = new Map<string, number>();
      for (const row of mine) {
        if (!queued(row)) {
          await this.#settle(row);
          continue;
        }
        let wait = this.signal.aborted ? Infinity : waitOf(row, eager);
        const place = placeOf(row);
        wait = Math.max(wait, held.get(place) ?? 0);
        if (row.kind === 'reading') {
          wait = Math.max(wait, this.#readingAt + READING_PACE - performance.now());
        }
        if (wait <= 0) {
          const after = await this.send(row);
          wait = after?.state === 'queued' ? waitOf(after, false) : Infinity;
          // Nobody, somebody else or no network: the others would fare the same.
          if (after === row || (after && ['network', 'auth'].includes(after.error?.kind ?? ''))) {
            return Math.min(next, wait || backOff(0));
          }
        }
        if (wait < Infinity) held.set(place, wait || 1);
        next = Math.min(next, wait);
      }
      return next;
    });
  }

  /** Sends one row and keeps what came of it. */
  async send(row: Row, keepalive = false): Promise<Row | undefined> {
    // The clock of the device may be set meanwhile; this one only goes on.
    if (row.kind === 'reading') this.#readingAt = performance.now();
    this.sending.add(row.key);
    this.#told(row);
    const after = await this.#sender.send(row, keepalive);
    const kept = await this.#rows.change(row, (now) => {
      // Where there are no locks, another tab may have been first.
      if (now.state === 'recorded') return now;
      if (now.kind !== 'reading' || row.kind !== 'reading') return after;
      // The sitting went on meanwhile: its newer state still has to be sent.
      if (now.body.sequence > row.body.sequence) return now;
      return after.state === 'queued' ? after : undefined;
    });
    this.sending.delete(row.key);
    this.#told(kept ?? after);
    return after === row ? row : kept;
  }

  async #settle(row: Row): Promise<void> {
    // Another tab may have recorded it and died before it could say so.
    this.#told(row);
    const old = Date.now() - Date.parse(row.queuedAt) > RECORDED_STAYS;
    if (row.state === 'recorded' && old) await this.#rows.change(row, () => undefined);
  }

  async #exclusively<T>(work: () => Promise<T>): Promise<T> {
    // Browsers withhold Web Locks on plain http; the backend then sorts out who was first.
    const locks = this.#rows.shared
      ? (globalThis.navigator as Navigator | undefined)?.locks
      : undefined;
    let running: Promise<T> | undefined;
    const start = (): Promise<T> => (running ??= work());
    // They are refused with all other site data, and where a page is sandboxed: the same then.
    await locks?.request(this.#lock, { signal: this.signal }, start).catch(() => undefined);
    return start();
  }
}

/** Acts before readings, the oldest first; what is asked before what becomes of it in the same moment. */
const order = (row: Row): string =>
  `${row.kind === 'reading'}${row.queuedAt}${placeOf(row) !== row.key}`;

/** What is said is about a task, a report or a channel, and keeps its order there; anything else stands for itself. */
const placeOf = ({ key, body }: Row): string => {
  const { task, incident, channel } = body as Partial<Record<string, string>>;
  return task ?? incident ?? channel ?? key;
};
