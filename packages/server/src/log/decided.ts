import type { Backend } from '../backend.js';
import { revisionOf, type Catalogue } from '../catalogue.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { findPerson } from '../people/records.js';
import type { Queryable } from '../storage/database.js';
import type { LogEvent, Written } from './writer.js';

/** What the decision about an act is made of: all of it holds in the moment of the act. */
export interface Grounds {
  tx: Queryable;
  /** Time of the act, RFC 3339 UTC. */
  at: string;
  catalogue: Catalogue;
  /** With the person as the directory has them now. */
  caller: Caller;
}

/** What was decided: the result with what goes to the log, or a refusal. */
export type Decided<T> = { result: T; events: readonly LogEvent[] } | Failure;

/**
 * Decides about an act under the lock of the tenant's log, so that it holds across processes. The decision may be made
 * more than once, until nothing was published meanwhile.
 *
 * @throws {Failure} the refusal; unknown-person when the caller has left by now.
 */
export async function decided<T>(
  backend: Pick<Backend, 'log' | 'catalogue'>,
  caller: Caller,
  decide: (grounds: Grounds) => Promise<Decided<T>>,
): Promise<Written<T>> {
  const { tenant } = caller;
  for (let catalogue = await backend.catalogue.remembered(); ;) {
    const known = catalogue;
    const written = await backend.log.write<T | Failure | undefined>(tenant, async (tx, at) => {
      const person = await findPerson(tx, tenant, caller.person.id);
      if (!person?.active) return { result: noLongerKnown(), events: [] };
      if ((await revisionOf(tx, tenant)) !== known.revision)
        return { result: undefined, events: [] };
      const found = await decide({ tx, at, catalogue: known, caller: { ...caller, person } });
      return found instanceof Failure ? { result: found, events: [] } : found;
    });
    const { result } = written;
    if (result instanceof Failure) throw result;
    if (result !== undefined) return { ...written, result };
    catalogue = await backend.catalogue();
  }
}

const noLongerKnown = () =>
  new Failure(
    'unknown-person',
    'You are no longer among the people who are known here. Nothing was recorded.',
  );
