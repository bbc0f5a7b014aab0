import type { NotificationDraft } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { noIncident, openIncident } from '../incidents/visible.js';
import { decided, type Decided, type Grounds } from '../log/decided.js';
import { receiptOf } from '../log/receipt-of.js';
import { reused } from '../messages/post.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { moment } from '../tasks/rules.js';
import { findNotification, insertNotification, type StoredNotification } from './records.js';
import { misfits, refusal } from './rules.js';

const eventType = 'isms.incident.notified';

/** A notification that is to be recorded. */
export interface Notifying {
  caller: Caller;
  /** Id that the device gave it. */
  id: string;
  draft: NotificationDraft;
}

function recordOf({ tenant, person }: Caller, one: StoredNotification): JsonObject {
  const { id, incident, clock, authority, sentAt, reference, text, recordedAt } = one;
  return {
    tenant,
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    incident: { id: incident },
    notification: {
      ...{ id, clock, authority, sentAt },
      ...(reference !== null && { reference }),
    },
    ...(text !== null && { textHash: hashOf(text) }),
    recordedAt,
  };
}

async function decide(
  { tx, at, catalogue, caller }: Grounds,
  { id, draft }: Notifying,
): Promise<Decided<StoredNotification>> {
  const { tenant, person } = caller;
  const bodyHash = hashOf(canonicalText(draft));
  const found = await openIncident(tx, caller, draft.incident);
  if (!found) return noIncident();
  const refused = refusal(found.open, 'record');
  if (refused) return refused;
  const earlier = await findNotification(tx, tenant, id);
  if (earlier && earlier.person !== person.id) return noIncident();
  if (earlier) return earlier.bodyHash === bodyHash ? { result: earlier, events: [] } : reused();
  const errors = misfits(draft, catalogue.laws, new Date(at));
  if (errors.length > 0) return new Failure('invalid', 'Nothing was recorded.', { errors });
  const { incident, clock, authority, sentAt, reference = null, text = null } = draft;
  const made = await insertNotification(tx, tenant, {
    ...{ id, incident, clock, authority, sentAt: moment(sentAt) ?? at, reference, text },
    ...{ person: person.id, authorName: person.displayName, recordedAt: at, bodyHash },
  });
  const record = recordOf(caller, made);
  return { result: made, events: [{ type: eventType, record, personId: person.id, subject: id }] };
}

/**
 * Records what was sent to whom, or finds what was recorded under the id. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function notify(
  backend: Backend,
  one: Notifying,
): Promise<{ notification: StoredNotification; receipt: string }> {
  const written = await decided(backend, one.caller, (grounds) => decide(grounds, one));
  const subject = { type: eventType, subject: one.id };
  const receipt = await receiptOf(backend.db, one.caller.tenant, written.entries, subject);
  return { notification: written.result, receipt };
}
