import type { Completion, CompletionDraft } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import type { Backend } from '../backend.js';
import { notOpen } from '../channels/open.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { decided, type Decided, type Grounds } from '../log/decided.js';
import { readReceipt } from '../log/records.js';
import type { StoredMessage } from '../messages/records.js';
import { openMessage } from '../messages/visible.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { doneAtOf, findCompletionEntry, insertCompletion } from './records.js';

/** Hash of what an alert says: what the person had before them. */
function textHash({ title, text, action }: StoredMessage): string {
  return hashOf(canonicalText({ ...(title !== null && { title }), text, action }));
}

async function decide(
  { tx, at, catalogue, caller }: Grounds,
  id: string,
  shown: CompletionDraft,
): Promise<Decided<{ at: string }>> {
  const { tenant, person } = caller;
  const before = (await doneAtOf(tx, tenant, person.id, [{ id }])).get(id);
  if (before !== undefined) return { result: { at: before }, events: [] };
  const found = await openMessage(tx, catalogue, caller, id);
  if (!found) return notOpen();
  const { message, open } = found;
  if (message.action === null || !open.isMember) {
    return new Failure(
      'not-open-for-this',
      'This message asks nothing of you, or no longer does. Nothing was recorded.',
    );
  }
  const saying = textHash(message);
  if (shown.textHash !== saying) {
    return new Failure(
      'text-mismatch',
      'The alert was changed meanwhile. Read what it says now, and say again that it is done. Nothing was recorded.',
    );
  }
  await insertCompletion(tx, tenant, { message: id, person: person.id, at });
  const record: JsonObject = {
    tenant,
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    message: { id, channel: message.channel },
    action: { ...message.action },
    textHash: saying,
    recordedAt: at,
  };
  const event = { type: 'isms.alert.done', record, personId: person.id, subject: id };
  return { result: { at }, events: [event] };
}

/**
 * Records that somebody did what an alert asks, or finds that they said so before. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function complete(
  backend: Backend,
  caller: Caller,
  id: string,
  shown: CompletionDraft,
): Promise<Completion> {
  const { result, entries } = await decided(backend, caller, (grounds) =>
    decide(grounds, id, shown),
  );
  const { tenant, person } = caller;
  const [entry] = entries;
  const receipt = entry ? entry.receipt() : await earlierReceipt(backend, tenant, id, person.id);
  return { message: id, person: person.id, recordedAt: result.at, receipt };
}

async function earlierReceipt(
  { db }: Backend,
  tenant: string,
  message: string,
  person: string,
): Promise<string> {
  const index = await findCompletionEntry(db, tenant, message, person);
  const receipt = index === undefined ? undefined : await readReceipt(db, tenant, index);
  if (receipt !== undefined) return receipt;
  throw new Error('A completion has no entry in the log. Check the log of this tenant.');
}
