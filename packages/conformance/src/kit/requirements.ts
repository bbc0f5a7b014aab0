import { rules, type Profile, type Requirement } from '@heed/contract';
import { endpoints } from './endpoints.js';

/** A requirement, and where the contract states it. */
export interface Stated extends Requirement {
  profile: Profile;
  /** Name of the endpoint, or of the group of rules. */
  of: string;
}

/** Every requirement of the contract by its id. */
export const requirements: ReadonlyMap<string, Stated> = new Map<string, Stated>([
  ...Object.entries<readonly Requirement[]>(rules).flatMap(([of, stated]) =>
    stated.map((one) => [one.id, { ...one, profile: 'core' as const, of }] as const),
  ),
  ...endpoints.flatMap(([of, { profile, requirements: stated }]) =>
    stated.map((one) => [one.id, { ...one, profile, of }] as const),
  ),
]);

/** The requirement of an id. */
export function requirement(id: string): Stated {
  const found = requirements.get(id);
  if (!found) throw new Error(`The contract has no requirement ${id}.`);
  return found;
}
