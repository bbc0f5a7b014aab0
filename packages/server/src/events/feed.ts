import type { Backend } from '../backend.js';
import type { Catalogue } from '../catalogue.js';
import { enteredAtOf } from '../channels/records.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { findPeople } from '../people/records.js';
import { openingPlace, readMark } from './records.js';
import { EventStream, type Sink } from './stream.js';
import { eventBytes, happenedBetween } from './told.js';

/** Milliseconds between two looks at the log. */
const every = 250;
/** The same while the storage does not answer. */
const whileAway = 1000;
/** Entries of the log after which a stream is not resumed but begun anew. */
const farthest = 10_000;
/** Streams of one person: a few devices with a few pages each. */
const mostOfPerson = 20;

/** Begins a stream there; what it gives is called when the client has gone. */
export type Opens = (sink: Sink) => () => void;

/** What is asked of a feed. */
export interface Feed {
  /**
   * Admits somebody to the events.
   *
   * @param after `Last-Event-ID`.
   */
  open(caller: Caller, after: string | undefined): Opens;
  /** Something was just written here. */
  wake(): void;
}

/**
 * Tells everybody who listens to this process what happens, whichever process wrote it: the place in the log of the tenant
 * is the id of an event. Reads once for all of them, and nothing while nobody listens.
 *
 * @param failed told why the storage could not be read.
 * @param closing ends every stream.
 */
export function createFeed(
  backend: Pick<Backend, 'db' | 'tenant' | 'catalogue'>,
  failed: (error: unknown) => void,
  closing?: AbortSignal,
): Feed {
  const { db, tenant } = backend;
  const streams = new Set<EventStream>();
  let known: Catalogue | undefined;
  let timer: NodeJS.Timeout | undefined;
  let beats: NodeJS.Timeout | undefined;
  let running = false;
  let readAt = -Infinity;

  /** Reads who they are and since when they are where; ends those who are no longer active. */
  async function look(asked: readonly EventStream[], catalogue: Catalogue): Promise<void> {
    if (asked.length === 0) return;
    const ids = [...new Set(asked.map(({ caller }) => caller.person.id))];
    const isSince = catalogue.channels.some(({ history }) => history === 'entered');
    const [people, entered] = await Promise.all([
      findPeople(db, tenant, ids),
      isSince ? enteredAtOf(db, tenant, ids) : new Map<string, Map<string, string>>(),
    ]);
    for (const stream of asked) {
      const person = people.get(stream.caller.person.id);
      if (!person?.active) {
        stream.sink.end();
        continue;
      }
      stream.caller = { ...stream.caller, person };
      stream.look(catalogue, entered.get(person.id) ?? new Map<string, string>());
    }
  }

  async function tell(): Promise<void> {
    const { place, revision } = await readMark(db, tenant);
    const isMoved = revision !== known?.revision;
    const catalogue = known && !isMoved ? known : await backend.catalogue();
    const all = [...streams];
    const joining = new Set(all.filter(({ isKnown }) => !isKnown));
    await look(isMoved ? all : [...joining], catalogue);
    const isFar = (at: number) => at > place || place - at > farthest;
    const places = all.flatMap((one) =>
      one.place === undefined || (joining.has(one) && isFar(one.place)) ? [] : [one.place],
    );
    const after = Math.min(place, ...places);
    const listeners = [...new Set(all.map(({ caller }) => caller.person.id))];
    const { told, from } = await happenedBetween(
      ...([backend, catalogue, listeners, after, place] as const),
    );
    const isResuming = all.some((one) => joining.has(one) && one.place !== undefined);
    const opened = isResuming ? await openingPlace(db, tenant) : 0;
    for (const stream of all) {
      const { place: at } = stream;
      if (!stream.isKnown || !streams.has(stream)) continue;
      if (at === undefined || at < from || (joining.has(stream) && isFar(at))) stream.reset(place);
      else {
        if (joining.has(stream) ? at < opened : isMoved) {
          stream.write(eventBytes(`${at}.${catalogue.revision}c`, 'channels', {}));
          stream.write(eventBytes(`${at}.${catalogue.revision}t`, 'tasks', {}));
        }
        stream.tell(told, place);
      }
    }
    known = catalogue;
  }

  async function run(): Promise<void> {
    timer = undefined;
    running = true;
    readAt = performance.now();
    let wait = every;
    try {
      await tell();
    } catch (error) {
      failed(error);
      wait = whileAway;
    }
    running = false;
    if (streams.size > 0) timer = setTimeout(() => void run(), wait);
  }

  function wake(): void {
    // What is under way may have read before: the next look comes soon enough.
    if (streams.size === 0 || running) return;
    const wait = readAt + every - performance.now();
    if (timer !== undefined && wait > 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), Math.max(0, wait));
  }

  function leave(stream: EventStream): void {
    streams.delete(stream);
    if (streams.size > 0) return;
    clearTimeout(timer);
    clearInterval(beats);
    timer = beats = undefined;
    known = undefined;
  }

  closing?.addEventListener('abort', () => {
    for (const { sink } of [...streams]) sink.end();
  });

  return {
    wake,
    open(caller, after) {
      admit(caller, [...streams], closing);
      return (sink) => {
        const place = /^[1-9]\d{0,14}(?=$|\.)/.exec(after ?? '')?.[0];
        const stream = new EventStream(
          caller,
          sink,
          place === undefined ? undefined : Number(place),
        );
        streams.add(stream);
        beats ??= setInterval(() => {
          for (const one of [...streams]) one.beat();
        }, 1000);
        // Shows that the way is open: nothing may come for a while.
        stream.beat();
        wake();
        return () => leave(stream);
      };
    },
  };
}

function admit(caller: Caller, streams: readonly EventStream[], closing?: AbortSignal): void {
  if (closing?.aborted) {
    throw new Failure('unavailable', 'This process is stopping. Connect again.', {
      headers: { 'Retry-After': '1' },
    });
  }
  // Its tolerance between clocks is for requests that end.
  if ((caller.expiresAt ?? Infinity) <= Date.now()) {
    throw new Failure(
      'not-signed-in',
      'The access token has expired. Ask the identity provider for a new one.',
      { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } },
    );
  }
  const own = streams.filter((one) => one.caller.person.id === caller.person.id);
  if (own.length < mostOfPerson) return;
  throw new Failure(
    'rate-limited',
    `You are listening to ${own.length} streams already, so no other was opened. Close one, and try again in 10 s.`,
    { headers: { 'Retry-After': '10' }, limit: 'streams' },
  );
}
