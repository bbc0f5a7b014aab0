import type { ImportedTerm } from '../import/types.js';
import type { LogEvent } from '../log/writer.js';
import type { Queryable } from '../storage/database.js';
import { missingFrom, store, storedIn } from './definitions.js';
import { incompleteNote, named } from './incomplete.js';

/**
 * Makes the tenant's glossary that of the import. While some of that is `incomplete`, terms are added and changed only.
 */
export async function publishTerms(
  tx: Queryable,
  tenant: string,
  wanted: readonly ImportedTerm[],
  at: string,
  incomplete: readonly string[] = [],
): Promise<{ events: LogEvent[]; notes: string[] }> {
  const stored = await storedIn(tx, tenant, 'terms');
  const missing = missingFrom(wanted, stored);
  const stay = incomplete.length > 0 && missing.length > 0;
  const gone = stay ? [] : missing;
  const events = await store(tx, tenant, 'terms', { wanted, stored, gone }, at);
  const what = `no term was removed (${named(missing)})`;
  return { events, notes: stay ? [incompleteNote(incomplete, what)] : [] };
}
