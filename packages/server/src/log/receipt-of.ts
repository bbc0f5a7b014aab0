import type { Queryable } from '../storage/database.js';
import { readReceipt } from './records.js';
import type { Written } from './writer.js';

/** The receipt of what was just written, or of the event of that type about the subject, which was written before. */
export async function receiptOf(
  db: Queryable,
  tenant: string,
  [entry]: Written<unknown>['entries'],
  { type, subject }: { type: string; subject: string },
): Promise<string> {
  if (entry) return entry.receipt();
  const [row] = await db.query<{ index: number }>(
    `select index from audit_events
     where tenant = $1 and subject = $2 and type = $3 order by index limit 1`,
    [tenant, subject, type],
  );
  const receipt = row && (await readReceipt(db, tenant, row.index));
  if (receipt !== undefined) return receipt;
  throw new Error(`There is no entry of ${type} in the log. Check the log of this tenant.`);
}
