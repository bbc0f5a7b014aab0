import type { UnlockDraft } from '@heed/contract';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { noIncident, openIncident } from '../incidents/visible.js';
import { decided, type Decided, type Grounds } from '../log/decided.js';
import { reused } from '../messages/post.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { findUnlock, insertUnlock, type StoredUnlock } from './records.js';

/** An unlock that is to be recorded. */
export interface Unlocking {
  caller: Caller;
  /** Id that the device gave it. */
  id: string;
  draft: UnlockDraft;
}

async function decide(
  { tx, at, caller }: Grounds,
  { id, draft }: Unlocking,
): Promise<Decided<StoredUnlock>> {
  const { tenant, person } = caller;
  const bodyHash = hashOf(canonicalText(draft));
  const found = await openIncident(tx, caller, draft.incident);
  if (!found) return noIncident();
  if (!found.open.mayHandle) {
    return new Failure('forbidden', 'That is for those who handle the report.');
  }
  const earlier = await findUnlock(tx, tenant, id);
  if (earlier && earlier.person !== person.id) return noIncident();
  if (earlier) return earlier.bodyHash === bodyHash ? { result: earlier, events: [] } : reused();
  if (found.incident.privacy !== 'confidential') {
    return new Failure(
      'report-not-open',
      'This report is not confidential, so there is nothing to unlock. Nothing was recorded.',
    );
  }
  const unlock = await insertUnlock(tx, tenant, {
    ...{ id, incident: draft.incident, person: person.id, authorName: person.displayName },
    ...{ reason: draft.reason, recordedAt: at, bodyHash },
  });
  const record = {
    tenant,
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    ...{ incident: { id: draft.incident }, unlock: { id, reason: draft.reason }, recordedAt: at },
  };
  const type = 'isms.incident.unlocked';
  return { result: unlock, events: [{ type, record, personId: person.id, subject: id }] };
}

/**
 * Shows somebody who handles a report who reported it, or finds that it did. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function unlock(backend: Backend, one: Unlocking): Promise<StoredUnlock> {
  return (await decided(backend, one.caller, (grounds) => decide(grounds, one))).result;
}
