import type { Person } from '@heed/contract';
import type { ReadCatalogue } from '../catalogue.js';
import type { Queryable } from '../storage/database.js';
import { findByClaim } from './records.js';

const mostPeople = 20_000;

/** Finds the person whom a claim of a token names; undefined when there is none. */
export type FindPerson = (claim: string) => Promise<Person | undefined>;

/** Finds people, and remembers them for as long as nothing is imported: every import moves the revision. */
export function rememberPeople(
  db: Queryable,
  tenant: string,
  catalogue: ReadCatalogue,
): FindPerson {
  let known = new Map<string, Person>();
  let of = -1;
  return async (claim) => {
    const { revision } = await catalogue.recent();
    if (revision !== of) {
      known = new Map();
      of = revision;
    }
    const remembered = known;
    const person = remembered.get(claim) ?? (await findByClaim(db, tenant, claim));
    if (!person) return undefined;
    remembered.delete(claim);
    remembered.set(claim, person);
    const [oldest] = remembered.keys();
    if (remembered.size > mostPeople && oldest !== undefined) remembered.delete(oldest);
    return person;
  };
}
