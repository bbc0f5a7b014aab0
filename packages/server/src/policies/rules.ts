import type { Policy } from '@heed/contract';
import { assignedPolicies, type Catalogue } from '../catalogue.js';
import { holds, overseers, type Caller } from '../identity/caller.js';
import type { PublishedPolicy } from './records.js';

const openTo: Record<string, readonly string[]> = {
  employee: ['public', 'internal'],
  contractor: ['public', 'internal'],
  supplier: ['public'],
  customer: ['public'],
};

/**
 * Whether the caller may see a policy (POL-1): by classification, because a pack asks it of them, or
 * because their role sees all of them. An unknown relation sees what is public.
 */
export function maySee(
  caller: Caller,
  policy: Pick<Policy, 'id' | 'classification'>,
  assigned: ReadonlySet<string>,
): boolean {
  const open = openTo[caller.person.relation] ?? ['public'];
  return (
    open.includes(policy.classification) || assigned.has(policy.id) || holds(caller, overseers)
  );
}

/** The policy with this id, when it is there and the caller may see it. */
export function openPolicy(
  catalogue: Catalogue,
  caller: Caller,
  id: string,
): PublishedPolicy | undefined {
  // Worked out whether there is such a policy or not: otherwise the time of the answer would tell which.
  const assigned = assignedPolicies(catalogue, caller.person);
  const policy = catalogue.policies.get(id);
  return policy && maySee(caller, policy, assigned) ? policy : undefined;
}
