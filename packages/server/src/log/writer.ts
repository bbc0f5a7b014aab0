import type { JsonObject } from '@heed/evidence';
import { SqlError, type Database, type Queryable } from '../storage/database.js';
import { observeCommits, type CommitObserver } from '../telemetry/commits.js';
import { LogAppender, prepareEvent, type AppendedEntry, type PreparedEvent } from './appender.js';
import { Waiting } from './waiting.js';

/** Something that happened and is to be provable. */
export interface LogEvent {
  /** CloudEvents type, such as `heed.acknowledgement.recorded`. Not personal: it stands in the log. */
  readonly type: string;
  /** What happened, in full. Only a salted commitment to it enters the log. */
  readonly record: JsonObject;
  /** The person the record is about, so that it can be found and erased with them. */
  readonly personId?: string | undefined;
  /** Id of what the event is about, such as the acknowledgement: `findEntries` leads from it to the log. */
  readonly subject?: string | undefined;
}

/**
 * The SQL of one write. It runs in a transaction that it shares with other writes and may run more than once, so
 * it changes nothing outside `tx`, and a refusal that a rule foresees is better returned than thrown.
 *
 * @param at time of the write, RFC 3339 UTC, never earlier than the tenant's last entry. Use it for every time that
 *   the write stores.
 */
export type Work<T> = (
  tx: Queryable,
  at: string,
) => Promise<{ result: T; events: readonly LogEvent[] }>;

/**
 * One piece of SQL for everything of a kind that waits: as {@link Work}, with the inputs of all of them in the order of
 * their coming, and an answer for each.
 */
export type GroupWork<I, T> = (
  tx: Queryable,
  at: string,
  inputs: readonly I[],
) => Promise<readonly { result: T; events: readonly LogEvent[] }[]>;

/** A committed write. */
export interface Written<T> {
  readonly result: T;
  /** Time of the write, RFC 3339 UTC. */
  readonly at: string;
  /** One for each event, in their order; empty when the write had none. */
  readonly entries: readonly AppendedEntry[];
}

/** The way into the database for everything that changes it. */
export interface LogWriter {
  /**
   * Resolves after the commit; rejects with the work's own error when it was refused, and nothing of it stays. Fails at
   * once with unavailable while too much of the tenant waits.
   */
  write<T>(tenant: string, work: Work<T>): Promise<Written<T>>;
  /** The same, done together with whatever else waits for the same `work` of the tenant. */
  writeTogether<I, T>(tenant: string, work: GroupWork<I, T>, input: I): Promise<Written<T>>;
  /** Finishes what is waiting and refuses what comes later. */
  close(): Promise<void>;
}

const mostAtOnce = 500;

interface Write {
  readonly tenant: string;
  readonly work: GroupWork<unknown, unknown>;
  readonly input: unknown;
  readonly resolve: (written: Written<unknown>) => void;
  readonly reject: (error: unknown) => void;
  readonly asker: ReturnType<CommitObserver['asker']>;
}

/**
 * Gathers the writes that wait while a transaction is under way into the next one (at most 500, the tenants in turn):
 * business rows, audit events, leaves and the signed checkpoint are committed together. A row lock per write would
 * serve a tenth of the writes. Nothing runs while nothing is written.
 *
 * @param clock the time of the writes.
 */
export function createLogWriter(
  database: Database,
  clock: () => Date = () => new Date(),
): LogWriter {
  const appender = new LogAppender(clock);
  const waiting = new Waiting<Write>();
  const observer = observeCommits();
  let running: Promise<void> | undefined;
  let closed = false;

  async function drain(): Promise<void> {
    // The writes of one turn of the event loop share a transaction from the first one on.
    await new Promise((resolve) => setImmediate(resolve));
    while (!waiting.isEmpty) {
      const batch = waiting.next(mostAtOnce);
      observer.waits(-batch.length);
      await commit(batch);
    }
    running = undefined;
  }

  async function commit(batch: readonly Write[]): Promise<void> {
    const progress = { inWork: false };
    try {
      const written = await observer.commit(batch, () =>
        database.transaction((tx) => runBatch(appender, tx, batch, progress)),
      );
      batch.forEach(({ resolve }, at) => resolve(written[at] as Written<unknown>));
    } catch (error) {
      const oneIsBad = progress.inWork || error instanceof SqlError;
      if (batch.length === 1 || !oneIsBad) for (const { reject } of batch) reject(error);
      else for (const one of batch) await commit([one]);
    }
  }

  function writeTogether<I, T>(
    tenant: string,
    work: GroupWork<I, T>,
    input: I,
  ): Promise<Written<T>> {
    if (closed) return Promise.reject(new Error('The server is stopping and takes no writes.'));
    return new Promise((resolve, reject) => {
      waiting.add({
        ...{ tenant, input, reject, asker: observer.asker() },
        work: work as Write['work'],
        resolve: resolve as Write['resolve'],
      });
      observer.waits(1);
      running ??= drain();
    });
  }

  return {
    write: (tenant, work) =>
      writeTogether(tenant, async (tx, at) => [await work(tx, at)], undefined),
    writeTogether,
    async close(): Promise<void> {
      closed = true;
      await running;
    },
  };
}

async function runBatch(
  appender: LogAppender,
  tx: Queryable,
  batch: readonly Write[],
  progress: { inWork: boolean },
): Promise<Written<unknown>[]> {
  const written = new Array<Written<unknown>>(batch.length);
  // Sorted, so that two processes lock several tenants in the same order.
  for (const tenant of [...new Set(batch.map((one) => one.tenant))].sort()) {
    progress.inWork = true;
    const head = await appender.lock(tx, tenant);
    const done: { place: number; result: unknown; events: PreparedEvent[] }[] = [];
    for (const [work, places] of byWork(batch, tenant)) {
      const inputs = places.map((place) => batch[place]?.input);
      const answers = await work(tx, head.at, inputs);
      for (const [at, { result, events }] of answers.entries()) {
        done.push({ place: places[at] as number, result, events: events.map(prepareEvent) });
      }
    }
    progress.inWork = false;
    const entries = await appender.append(
      tx,
      head,
      done.flatMap(({ events }) => events),
    );
    let next = 0;
    for (const { place, result, events } of done) {
      const own = entries.slice(next, (next += events.length));
      written[place] = { result, at: head.at, entries: own };
    }
  }
  return written;
}

/** The places in the batch of what a tenant waits for, together by their work. */
function byWork(batch: readonly Write[], tenant: string): Map<Write['work'], number[]> {
  const places = new Map<Write['work'], number[]>();
  for (const [place, one] of batch.entries()) {
    if (one.tenant !== tenant) continue;
    const same = places.get(one.work);
    if (same) same.push(place);
    else places.set(one.work, [place]);
  }
  return places;
}
