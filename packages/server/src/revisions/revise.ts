import type { RevisionDraft } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import { releaseAttachments } from '../attachments/records.js';
import type { Backend } from '../backend.js';
import { notOpen } from '../channels/open.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { decided, type Decided, type Grounds } from '../log/decided.js';
import { keepMentions } from '../mentions/records.js';
import { isNamed } from '../mentions/rules.js';
import { shownHtml } from '../messages/markdown.js';
import { reused } from '../messages/post.js';
import {
  changeMessage,
  findMessage,
  withdrawMessage,
  type StoredMessage,
} from '../messages/records.js';
import { openMessage } from '../messages/visible.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { findRevision, insertRevision } from './records.js';
import { refusal } from './rules.js';

/** A change of a message. */
export interface Change {
  caller: Caller;
  /** Id that the device gave it. */
  id: string;
  draft: RevisionDraft;
}

async function decide(
  { tx, at, catalogue, caller }: Grounds,
  { id, draft }: Change,
): Promise<Decided<StoredMessage>> {
  const { tenant, person } = caller;
  const bodyHash = hashOf(canonicalText(draft));
  const earlier = await findRevision(tx, tenant, id);
  if (earlier && earlier.person !== person.id) return notOpen();
  if (earlier && earlier.bodyHash !== bodyHash) return reused();
  const known = earlier && (await findMessage(tx, tenant, earlier.message));
  if (known) return { result: known, events: [] };
  const found = await openMessage(tx, catalogue, caller, draft.message);
  if (!found) return notOpen();
  const { message } = found;
  const refused = refusal(person.id, found, draft);
  if (refused) return refused;
  const { title = null, text = null } = draft;
  await insertRevision(tx, tenant, {
    ...{ id, message: message.id, person: person.id, recordedAt: at, title, text, bodyHash },
  });
  if (text === null) {
    await withdrawMessage(tx, tenant, message, at);
    await releaseAttachments(tx, tenant, { kind: 'message', id: message.id });
  } else await changeMessage(tx, tenant, message.id, { title, text, html: shownHtml(text), at });
  const before = message.mentions ?? [];
  const named = text === null ? [] : before.filter((one) => isNamed(text, one));
  await keepMentions(tx, tenant, message.id, { before, now: named });
  const record: JsonObject = {
    ...{ id, tenant, message: message.id },
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    ...{ ...(title !== null && { title }), ...(text !== null && { text }), recordedAt: at },
  };
  const type = text === null ? 'isms.message.withdrawn' : 'isms.message.changed';
  const result = (await findMessage(tx, tenant, message.id)) ?? message;
  return { result, events: [{ type, record, personId: person.id, subject: message.id }] };
}

/**
 * Changes or withdraws a message, once. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function revise(backend: Backend, change: Change): Promise<StoredMessage> {
  const { text, withdraw, title } = change.draft;
  if ((text === undefined) !== (withdraw === true) || (withdraw && title !== undefined)) {
    const message = 'Give the new text, or withdraw, and not both';
    throw new Failure('invalid', 'Nothing was changed.', {
      errors: [{ pointer: withdraw && title !== undefined ? '/title' : '/text', message }],
    });
  }
  const { result } = await decided(backend, change.caller, (grounds) => decide(grounds, change));
  return result;
}
