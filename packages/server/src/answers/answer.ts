import type { AnswerDraft } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import { attach } from '../attachments/attach.js';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { fileMisfits } from '../incidents/rules.js';
import { noIncident, openIncident } from '../incidents/visible.js';
import { decided, type Decided, type Grounds } from '../log/decided.js';
import { receiptOf } from '../log/receipt-of.js';
import { reused } from '../messages/post.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { findAnswer, insertAnswer, type StoredAnswer } from './records.js';
import { refusal, sideOf } from './rules.js';

const eventType = 'isms.incident.answered';

/** An answer that is to be recorded. */
export interface Answering {
  caller: Caller;
  /** Id that the device gave it. */
  id: string;
  draft: AnswerDraft;
}

function recordOf({ tenant, person }: Caller, answer: StoredAnswer): JsonObject {
  const { id, incident, text, recordedAt } = answer;
  return {
    tenant,
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    ...{ incident: { id: incident }, answer: { id }, textHash: hashOf(text), recordedAt },
  };
}

async function decide(
  { tx, at, caller }: Grounds,
  { id, draft }: Answering,
): Promise<Decided<StoredAnswer>> {
  const { tenant, person } = caller;
  const bodyHash = hashOf(canonicalText(draft));
  const found = await openIncident(tx, caller, draft.incident);
  const earlier = await findAnswer(tx, tenant, id);
  if (earlier && earlier.person !== person.id) return noIncident();
  if (earlier) return earlier.bodyHash === bodyHash ? { result: earlier, events: [] } : reused();
  if (!found) return noIncident();
  const refused = refusal(found.open, draft);
  if (refused) return refused;
  const files = draft.attachments ?? [];
  const attachments = await attach(tx, tenant, person.id, files, { kind: 'answer', id });
  if (attachments instanceof Failure) return attachments;
  const answer = await insertAnswer(tx, tenant, {
    ...{ id, incident: draft.incident, side: sideOf(found.open, draft), person: person.id },
    ...{ authorName: person.displayName, recordedAt: at, text: draft.text },
    attachments: attachments.length > 0 ? attachments : null,
    ...{ internal: draft.internal === true, bodyHash },
  });
  const record = recordOf(caller, answer);
  return {
    result: answer,
    events: [{ type: eventType, record, personId: person.id, subject: id }],
  };
}

/**
 * Records an answer, or finds the one that was recorded under the id. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function answer(
  backend: Backend,
  one: Answering,
): Promise<{ answer: StoredAnswer; receipt: string }> {
  const errors = fileMisfits(one.draft.attachments);
  if (errors.length > 0) throw new Failure('invalid', 'Nothing was recorded.', { errors });
  const written = await decided(backend, one.caller, (grounds) => decide(grounds, one));
  const subject = { type: eventType, subject: one.id };
  const receipt = await receiptOf(backend.db, one.caller.tenant, written.entries, subject);
  return { answer: written.result, receipt };
}
