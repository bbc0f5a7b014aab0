import type { Backend } from '../backend.js';
import type { Catalogue } from '../catalogue.js';
import { findMessages, type StoredMessage } from '../messages/records.js';
import { toldMessages } from '../messages/told.js';
import { changesBetween } from './records.js';
import { tasksBetween, type ToldTask } from './told-tasks.js';

/** What is to be told, in the order of places. */
export type Told = ToldMessage | ToldTask;

/** A message that is to be told, ready for the wire. */
export interface ToldMessage {
  /** Number of entries of the log with what happened to it. */
  place: number;
  /** Id of the channel. */
  channel: string;
  /** RFC 3339 UTC, when its thread began: what is open of a thread is decided by that. */
  postedAt: string;
  bytes: Uint8Array;
}

/** What happened between two places of the log. */
export interface Happened {
  /** In the order in which it is told. */
  told: readonly Told[];
  /** The first place from which nothing is left out: what happened before it was too much. */
  from: number;
}

/** Messages and tasks that are told one by one; whoever has missed more than these reads again. */
export const most = 1000;

/**
 * An event as it is written (WHATWG HTML, 9.2).
 *
 * @param id the place up to which everything was told with it; after a point, what tells it from others of that place.
 */
export const eventBytes = (id: number | string, name: string, data: object): Uint8Array =>
  Buffer.from(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);

/**
 * Reads what happened, each message and task once, and writes it down once for everybody.
 *
 * @param listeners ids of the people who listen.
 */
export async function happenedBetween(
  backend: Pick<Backend, 'db' | 'tenant'>,
  catalogue: Catalogue,
  listeners: readonly string[],
  after: number,
  upTo: number,
): Promise<Happened> {
  if (after >= upTo) return { told: [], from: after };
  const messages = await messagesBetween(backend, catalogue, after, upTo);
  const tasks = await tasksBetween(backend, listeners, after, upTo);
  const told = [...messages.told, ...tasks.told].sort((a, b) => a.place - b.place);
  return { told, from: Math.max(messages.from, tasks.from) };
}

async function messagesBetween(
  { db, tenant }: Pick<Backend, 'db' | 'tenant'>,
  catalogue: Catalogue,
  after: number,
  upTo: number,
): Promise<{ told: ToldMessage[]; from: number }> {
  const changes = await changesBetween(db, tenant, { after, upTo, limit: most + 1 });
  const from = changes.length > most ? (changes.pop()?.place ?? upTo) : after;
  if (changes.length === 0) return { told: [], from };
  const places = new Map(changes.map(({ message, place }) => [message, place]));
  const changed = await findMessages(db, tenant, [...places.keys()]);
  const missing = changed.flatMap(({ thread }) =>
    thread === null || places.has(thread) ? [] : [thread],
  );
  const roots = missing.length > 0 ? await findMessages(db, tenant, [...new Set(missing)]) : [];
  const known = new Map([...changed, ...roots].map((one) => [one.id, one]));
  // With a reply, what it replies to has changed.
  for (const { id, thread } of changed) {
    const place = places.get(id) ?? 0;
    if (thread !== null && place > (places.get(thread) ?? 0)) places.set(thread, place);
  }
  return { told: await written({ db, tenant }, catalogue, known, places), from };
}

async function written(
  { db, tenant }: Pick<Backend, 'db' | 'tenant'>,
  catalogue: Catalogue,
  known: ReadonlyMap<string, StoredMessage>,
  places: ReadonlyMap<string, number>,
): Promise<ToldMessage[]> {
  const placeOf = ({ id }: StoredMessage) => places.get(id) ?? 0;
  const order = [...known.values()].sort((a, b) => placeOf(a) - placeOf(b) || b.seq - a.seq);
  const messages = await toldMessages(db, tenant, catalogue, order);
  return order.map((one, at) => {
    const place = placeOf(one);
    const next = order[at + 1];
    // Of two with one place, whoever has only heard the first is told both again.
    const id = next && placeOf(next) === place ? `${place - 1}.${place}` : place;
    const { postedAt } = (one.thread !== null && known.get(one.thread)) || one;
    const bytes = eventBytes(id, 'message', messages[at] as object);
    return { place, channel: one.channel, postedAt, bytes };
  });
}
