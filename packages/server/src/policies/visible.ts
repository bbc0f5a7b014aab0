import type { PolicyVersion } from '@heed/contract';
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
  const published = await catalogue.recent();
  const assigned = assignedPolicies(published, caller.person);
  return [...published.policies.values()].filter((policy) => maySee(caller, policy, assigned));
}

/**
 * One policy that the caller may see. Fails with not-found, also for one they may not see (POL-3). What was not there
 * a moment ago may be there now, as another process already told the caller: only then the storage is asked.
 */
export async function visiblePolicy(
  { catalogue }: Backend,
  caller: Caller,
  id: string,
): Promise<PublishedPolicy> {
  const policy =
    openPolicy(await catalogue.recent(), caller, id) ?? openPolicy(await catalogue(), caller, id);
  if (policy) return policy;
  throw new Failure('not-found', 'No policy that is open to you has this id.');
}

/** One version of it. Fails with not-found as {@link visiblePolicy} does. */
export async function visibleVersion(
  backend: Backend,
  caller: Caller,
  { policy, version }: { policy: string; version: number },
): Promise<PolicyVersion> {
  const find = (known: PublishedPolicy | undefined) =>
    known?.versions.find(({ number }) => number === version);
  const found =
    find(await visiblePolicy(backend, caller, policy)) ??
    find(openPolicy(await backend.catalogue(), caller, policy));
  if (found) return found;
  throw new Failure('not-found', 'This policy has no such version.');
}
