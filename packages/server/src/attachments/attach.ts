import type { Attached } from '@heed/contract';
import { Failure } from '../http/failure.js';
import type { Queryable } from '../storage/database.js';
import { attached, bindAttachment, findAttachment, type Subject } from './records.js';
import { notNameable } from './rules.js';

/**
 * Lets attachments of a person stand in something, in the transaction of the act that names them. Answers with them in
 * their order, or with the refusal, and has changed nothing then.
 */
export async function attach(
  tx: Queryable,
  tenant: string,
  person: string,
  ids: readonly string[],
  subject: Subject,
): Promise<Attached[] | Failure> {
  const all = [];
  for (const id of ids) all.push(await findAttachment(tx, tenant, id, 'locked'));
  const refused = notNameable(person, all);
  if (refused) return refused;
  for (const id of ids) await bindAttachment(tx, tenant, id, subject);
  return all.flatMap((one) => (one ? [attached(one)] : []));
}
