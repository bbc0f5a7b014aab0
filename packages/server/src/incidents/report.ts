import type { IncidentDraft } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import { attach } from '../attachments/attach.js';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { decided, type Decided, type Grounds } from '../log/decided.js';
import { receiptOf } from '../log/receipt-of.js';
import { reused } from '../messages/post.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { moment } from '../tasks/rules.js';
import { findIncident, insertIncident, type StoredIncident } from './records.js';
import { misfits } from './rules.js';
import { noIncident } from './visible.js';

const eventType = 'isms.incident.reported';

/** A report that is to be recorded. */
export interface Reporting {
  caller: Caller;
  /** Id that the device gave it. */
  id: string;
  draft: IncidentDraft;
}

function recordOf({ tenant, person }: Caller, incident: StoredIncident): JsonObject {
  const { id, privacy, bodyHash, reportedAt } = incident;
  return {
    tenant,
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    incident: { id, privacy },
    ...{ reportHash: bodyHash, recordedAt: reportedAt },
  };
}

async function decide(
  { tx, at, caller }: Grounds,
  { id, draft }: Reporting,
): Promise<Decided<StoredIncident>> {
  const { tenant, person } = caller;
  const bodyHash = hashOf(canonicalText(draft));
  const earlier = await findIncident(tx, tenant, id);
  if (earlier && earlier.person !== person.id) return noIncident();
  if (earlier) return earlier.bodyHash === bodyHash ? { result: earlier, events: [] } : reused();
  const { language, seems = null, noticed, noticedAt, safe = null, did = null } = draft;
  const files = draft.attachments ?? [];
  const attachments = await attach(tx, tenant, person.id, files, { kind: 'incident', id });
  if (attachments instanceof Failure) return attachments;
  const incident = await insertIncident(tx, tenant, {
    ...{ id, person: person.id, reporterName: person.displayName },
    privacy: draft.confidential === true ? 'confidential' : 'named',
    ...{ language, seems, noticed, safe, did },
    noticedAt: noticedAt === undefined ? null : (moment(noticedAt) ?? null),
    attachments: attachments.length > 0 ? attachments : null,
    ...{ reportedAt: at, bodyHash },
  });
  const record = recordOf(caller, incident);
  return {
    result: incident,
    events: [{ type: eventType, record, personId: person.id, subject: id }],
  };
}

/**
 * Records a report, or finds the one that was recorded under the id. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function report(
  backend: Backend,
  one: Reporting,
): Promise<{ incident: StoredIncident; receipt: string }> {
  const errors = misfits(one.draft);
  if (errors.length > 0) throw new Failure('invalid', 'Nothing was recorded.', { errors });
  const written = await decided(backend, one.caller, (grounds) => decide(grounds, one));
  const subject = { type: eventType, subject: one.id };
  const receipt = await receiptOf(backend.db, one.caller.tenant, written.entries, subject);
  return { incident: written.result, receipt };
}
