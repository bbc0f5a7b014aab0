import type { Backend } from '../backend.js';
import type { Catalogue } from '../catalogue.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import type { Queryable } from '../storage/database.js';
import { enteredAtOf, type Viewed } from './records.js';
import { standing, type Standing } from './rules.js';

/** The problem of a channel or a message that is not there, or not open to the caller (CHN-3, MSG-6): the same for all. */
export const notOpen = (): Failure =>
  new Failure('not-found', 'No channel and no message that is open to you has this id.');

/** A channel that is open to somebody, and since when they see what is in it. */
export type OpenChannel = Standing & Viewed;

/** Since when each of the channels is open: asked of the storage only where that matters. */
export async function viewedSince(
  db: Queryable,
  { tenant, person }: Pick<Caller, 'tenant' | 'person'>,
  standings: readonly Standing[],
): Promise<OpenChannel[]> {
  const isAsked = standings.some(({ sinceEntered }) => sinceEntered);
  const entered = isAsked ? await enteredAtOf(db, tenant, [person.id]) : undefined;
  return openSince(standings, entered?.get(person.id) ?? new Map<string, string>());
}

/**
 * The same, where it was read when they entered which audience.
 *
 * @param entered RFC 3339 UTC by audience id.
 */
export function openSince(
  standings: readonly Standing[],
  entered: ReadonlyMap<string, string>,
): OpenChannel[] {
  return standings.map((one) => {
    if (!one.sinceEntered) return { ...one, since: undefined };
    // Without an entry the storage has not seen them come yet: nothing has been said since.
    return { ...one, since: entered.get(one.channel.audience) ?? '9999-12-31T23:59:59.999Z' };
  });
}

/** One channel, if it is open to the caller. */
export async function openChannel(
  db: Queryable,
  catalogue: Catalogue,
  caller: Caller,
  id: string,
): Promise<OpenChannel | undefined> {
  const channel = catalogue.channels.find((one) => one.id === id);
  const found = channel && standing(catalogue, caller, channel);
  return found && (await viewedSince(db, caller, [found]))[0];
}

/** Every channel that is open to the caller, in the order of id. */
export async function openChannels(
  db: Queryable,
  catalogue: Catalogue,
  caller: Pick<Caller, 'tenant' | 'person'>,
): Promise<OpenChannel[]> {
  const standings = catalogue.channels.flatMap((one) => standing(catalogue, caller, one) ?? []);
  return viewedSince(db, caller, standings);
}

/** One channel, as of a moment ago or of now. Fails with not-found, also for one that is not open (CHN-3). */
export async function visibleChannel(
  { db, catalogue }: Pick<Backend, 'db' | 'catalogue'>,
  caller: Caller,
  id: string,
): Promise<OpenChannel> {
  const found =
    (await openChannel(db, await catalogue.recent(), caller, id)) ??
    (await openChannel(db, await catalogue(), caller, id));
  if (found) return found;
  throw notOpen();
}
