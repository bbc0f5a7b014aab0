import type { Due, Statement } from '@heed/contract';
import type { Check } from '../checks/rules.js';
import type { Queryable } from '../storage/database.js';

/** Policies, an audience and what is asked of it, as stored. */
export interface Pack {
  id: string;
  title: string;
  description?: string;
  /** Ids of policies. */
  policies: readonly string[];
  /** Id of an audience. */
  audience: string;
  asks: 'display' | 'acknowledge' | 'agree';
  /** Every section is to be displayed before an acknowledgement, or read in another way. */
  everySection?: boolean;
  /** What is asked about its policies before an acknowledgement. */
  check?: Check;
  statement?: Statement;
  due: Due;
  /** Days before the due date on which a reminder goes out. */
  reminders: readonly number[];
  /** Days after the due date on which the manager is told. */
  escalation?: readonly number[];
}

/** A pack with the moments since when it asks for each policy, RFC 3339 UTC by policy id. */
export interface StoredPack extends Pack {
  askedSince: ReadonlyMap<string, string>;
}

/** Every pack of the tenant in the order of id. */
export async function listPacks(db: Queryable, tenant: string): Promise<StoredPack[]> {
  const [packs, policies] = await Promise.all([
    db.query<{ definition: Pack }>('select definition from packs where tenant = $1 order by id', [
      tenant,
    ]),
    db.query<{ pack: string; policy: string; added_at: string }>(
      'select pack, policy, added_at from pack_policies where tenant = $1',
      [tenant],
    ),
  ]);
  return packs.map(({ definition }) => ({
    ...definition,
    askedSince: new Map(
      policies
        .filter((row) => row.pack === definition.id)
        .map((row) => [row.policy, row.added_at] as const),
    ),
  }));
}
