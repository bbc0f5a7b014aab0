import type { ClaimDraft } from '@heed/contract';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import { findIncident, insertIncident, type StoredIncident } from '../incidents/records.js';
import { misfits } from '../incidents/rules.js';
import { noIncident } from '../incidents/visible.js';
import type { Decided } from '../log/decided.js';
import { receiptOf } from '../log/receipt-of.js';
import { reused } from '../messages/post.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import type { Queryable } from '../storage/database.js';
import { moment } from '../tasks/rules.js';
import { hashOfCode } from './code.js';
import { findClaimed, insertClaim } from './records.js';

const eventType = 'isms.incident.reported';

/** A report without a name that is to be recorded. */
interface Claiming {
  tenant: string;
  /** Id that the device gave it. */
  id: string;
  /** The body without the code: a fast hash over both would give the code away. */
  draft: Omit<ClaimDraft, 'code'>;
  codeHash: Uint8Array;
}

async function decide(
  tx: Queryable,
  at: string,
  { tenant, id, draft, codeHash }: Claiming,
): Promise<Decided<StoredIncident>> {
  const bodyHash = hashOf(canonicalText(draft));
  const earlier = await findIncident(tx, tenant, id);
  if (earlier && earlier.privacy !== 'anonymous') return noIncident();
  const claimed = await findClaimed(tx, tenant, codeHash);
  if (earlier) {
    const isSame = claimed === id && earlier.bodyHash === bodyHash;
    return isSame ? { result: earlier, events: [] } : reused();
  }
  if (claimed !== undefined) {
    const errors = [{ pointer: '/code', message: 'Make another code' }];
    return new Failure('invalid', 'Nothing was recorded.', { errors });
  }
  const { language, seems = null, noticed, noticedAt, safe = null, did = null } = draft;
  const incident = await insertIncident(tx, tenant, {
    ...{ id, person: null, reporterName: null, privacy: 'anonymous' },
    ...{ language, seems, noticed, safe, did, attachments: null },
    noticedAt: noticedAt === undefined ? null : (moment(noticedAt) ?? null),
    ...{ reportedAt: at, bodyHash },
  });
  await insertClaim(tx, tenant, id, codeHash);
  const record = {
    ...{ tenant, incident: { id, privacy: incident.privacy } },
    ...{ reportHash: bodyHash, recordedAt: at },
  };
  const event = { type: eventType, record, personId: undefined, subject: id };
  return { result: incident, events: [event] };
}

/**
 * Records a report without a name, or finds the one that was recorded under the id. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function claim(
  { db, log, tenant }: Pick<Backend, 'db' | 'log' | 'tenant'>,
  id: string,
  { code, ...draft }: ClaimDraft,
): Promise<{ incident: StoredIncident; receipt: string }> {
  const errors = misfits(draft);
  if (errors.length > 0) throw new Failure('invalid', 'Nothing was recorded.', { errors });
  const codeHash = await hashOfCode(db, tenant, code);
  const { result, entries } = await log.write<StoredIncident | Failure>(tenant, async (tx, at) => {
    const decided = await decide(tx, at, { tenant, id, draft, codeHash });
    return decided instanceof Failure ? { result: decided, events: [] } : decided;
  });
  if (result instanceof Failure) throw result;
  const receipt = await receiptOf(db, tenant, entries, { type: eventType, subject: id });
  return { incident: result, receipt };
}
