import type { Backend } from '../backend.js';
import { assignedPolicies } from '../catalogue.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import type { PublishedPolicy } from './records.js';
import { maySee, openPolicy } from './rules.js';

/** The published policies that the caller may see, in the order of id. */
export async function visiblePolicies(
  { catalogue }: Backend,
  caller: Caller,
): Promise<PublishedPolicy[]> {
  const published = await catalogue();
  const assigned = assignedPolicies(published, caller.person);
  return [...published.policies.values()].filter((policy) => maySee(caller, policy, assigned));
}

/** One policy that the caller may see. Fails with not-found, also for one they may not see (POL-3). */
export async function visiblePolicy(
  { catalogue }: Backend,
  caller: Caller,
  id: string,
): Promise<PublishedPolicy> {
  const policy = openPolicy(await catalogue(), caller, id);
  if (policy) return policy;
  throw new Failure('not-found', 'No policy that is open to you has this id.');
}
