import type { Person } from '@heed/contract';
import { Failure } from '../http/failure.js';
import { holds, overseers, type Caller } from '../identity/caller.js';

/** Whether the caller may see what belongs to a person. */
export function sees(caller: Caller, person: string): boolean {
  return person === caller.person.id || holds(caller, overseers);
}

/** The id of the person whose rows are listed. Fails with forbidden when they are somebody else's. */
export function listedPerson(caller: Caller, asked: Person['id'] | undefined): string {
  const person = asked ?? caller.person.id;
  if (sees(caller, person)) return person;
  throw new Failure('forbidden', 'You see your own rows only. Leave out `person` to list them.');
}
