import type { Acknowledgement } from '@heed/contract';
import { findEntries, readReceipt } from '../log/records.js';
import type { Queryable } from '../storage/database.js';
import type { StoredAcknowledgement } from './records.js';

/**
 * An acknowledgement with its receipt. The receipt is drawn from the log, which yields the same bytes every
 * time: its proof is for the checkpoint that was committed together with the entry.
 */
export async function withReceipt(
  db: Queryable,
  tenant: string,
  stored: StoredAcknowledgement,
): Promise<Acknowledgement> {
  if (stored.receipt !== null) return { ...stored, receipt: stored.receipt };
  const [index] = await findEntries(db, tenant, stored.id);
  const receipt = index === undefined ? undefined : await readReceipt(db, tenant, index);
  if (receipt === undefined) {
    throw new Error('An acknowledgement has no entry in the log. Check the log of this tenant.');
  }
  return { ...stored, receipt };
}
