import type { TermText } from '@heed/contract';
import type { Queryable } from '../storage/database.js';

/** What the organisation means by a word, as stored. */
export interface StoredTerm {
  id: string;
  /** By BCP 47 language tag. */
  texts: Readonly<Record<string, TermText>>;
  /** Id of the policy that says more. */
  policy?: string;
}

/** Every term of the tenant in the order of id. */
export async function listTerms(db: Queryable, tenant: string): Promise<StoredTerm[]> {
  const rows = await db.query<{ definition: StoredTerm }>(
    'select definition from terms where tenant = $1 order by id',
    [tenant],
  );
  return rows.map(({ definition }) => definition);
}
