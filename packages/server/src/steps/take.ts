import type { StepDraft } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { decided, type Decided, type Grounds } from '../log/decided.js';
import { readReceipt } from '../log/records.js';
import { reused } from '../messages/post.js';
import { findParts, putPart } from '../parts/records.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import type { Queryable } from '../storage/database.js';
import { closeTask, rescheduleTask, type StoredTask } from '../tasks/records.js';
import { moment } from '../tasks/rules.js';
import { noTask, openTask } from '../tasks/visible.js';
import { eventTypes, findStep, findStepEntry, insertStep, type StoredStep } from './records.js';
import { isOutcome, misfits, refusal } from './rules.js';

/** A step that is to be recorded. */
export interface Taking {
  caller: Caller;
  /** Id that the device gave it. */
  id: string;
  draft: StepDraft;
}

/** Hash of what a task asks: what the person had before them. */
const textHash = ({ title, text, dueAt }: StoredTask): string =>
  hashOf(canonicalText({ title, text, ...(dueAt !== null && { dueAt }) }));

function recordOf({ tenant, person }: Caller, task: StoredTask, step: StoredStep): JsonObject {
  const { id, kind, about, text, dueAt, recordedAt } = step;
  return {
    tenant,
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    task: { id: task.id },
    step: {
      ...{ id, kind, ...(about !== null && { person: about }) },
      ...{ ...(text !== null && { text }), ...(dueAt !== null && { dueAt }) },
    },
    ...{ textHash: textHash(task), recordedAt },
  };
}

/** What the step makes of the task and of the part. */
async function follow(tx: Queryable, tenant: string, step: StoredStep): Promise<void> {
  const { task, kind, about: person, recordedAt: at, text, dueAt } = step;
  if (kind === 'rescheduled') await rescheduleTask(tx, tenant, task, dueAt);
  if (kind === 'closed') await closeTask(tx, tenant, task, at);
  if (person === null || kind === 'comment') return;
  const state = isOutcome(kind) ? kind : 'open';
  await putPart(tx, tenant, { task, person, state, at, text });
}

async function decide(
  { tx, at, caller }: Grounds,
  { id, draft }: Taking,
): Promise<Decided<StoredStep>> {
  const { tenant, person } = caller;
  const bodyHash = hashOf(canonicalText(draft));
  const earlier = await findStep(tx, tenant, id);
  if (earlier && earlier.person !== person.id) return noTask();
  if (earlier) return earlier.bodyHash === bodyHash ? { result: earlier, events: [] } : reused();
  const found = await openTask(tx, caller, draft.task);
  if (!found) return noTask();
  const refused = refusal(person.id, found, draft);
  if (refused) return refused;
  const { task } = found;
  const { kind, text = null, dueAt } = draft;
  const about = isOutcome(kind) ? person.id : (draft.person ?? null);
  const [part] = about === null ? [] : await findParts(tx, tenant, [task.id], [about]);
  if (about !== null && !part) return noTask();
  if (kind === 'reopened' && part?.state === 'open') {
    return new Failure(
      'task-not-open',
      'It is open for this person already. Comment instead. Nothing was recorded.',
    );
  }
  const step = await insertStep(tx, tenant, {
    ...{ id, task: task.id, kind, about, aboutName: part?.displayName ?? null },
    ...{ person: person.id, authorName: person.displayName, recordedAt: at, text },
    dueAt: dueAt === undefined ? null : (moment(dueAt) ?? null),
    bodyHash,
  });
  await follow(tx, tenant, step);
  const record = recordOf(caller, task, step);
  const event = { type: eventTypes[kind], record, personId: person.id, subject: id };
  return { result: step, events: [event] };
}

/**
 * Records a step, or finds the one that was recorded under the id. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function take(
  backend: Backend,
  one: Taking,
): Promise<{ step: StoredStep; receipt: string }> {
  const errors = misfits(one.draft);
  if (errors.length > 0) throw new Failure('invalid', 'Nothing was recorded.', { errors });
  const { result, entries } = await decided(backend, one.caller, (grounds) => decide(grounds, one));
  const [entry] = entries;
  const { tenant } = one.caller;
  const receipt = entry ? entry.receipt() : await earlierReceipt(backend, tenant, result);
  return { step: result, receipt };
}

async function earlierReceipt({ db }: Backend, tenant: string, step: StoredStep): Promise<string> {
  const index = await findStepEntry(db, tenant, step);
  const receipt = index === undefined ? undefined : await readReceipt(db, tenant, index);
  if (receipt !== undefined) return receipt;
  throw new Error('A step has no entry in the log. Check the log of this tenant.');
}
