import type { MessageDraft } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import { attach } from '../attachments/attach.js';
import type { Backend } from '../backend.js';
import { notOpen, openChannel } from '../channels/open.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { decided, type Decided, type Grounds } from '../log/decided.js';
import { findMembers } from '../members/records.js';
import { insertMentions } from '../mentions/records.js';
import { misnamed } from '../mentions/rules.js';
import { insertNotices } from '../notices/records.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { findRevision, insertRevision } from '../revisions/records.js';
import { shownHtml } from './markdown.js';
import { findMessage, insertMessage, type StoredMessage } from './records.js';
import { insertDeliveries } from '../webhooks/records.js';
import { hooksFor } from '../webhooks/rules.js';
import { isOpen, misfits, refusal } from './rules.js';

/** A message that is to be posted. */
export interface Post {
  caller: Caller;
  /** Id that the device gave it. */
  id: string;
  draft: MessageDraft;
}

/** The refusal of an id that was used for something else (MSG-8, REV-1). */
export const reused = (): Failure =>
  new Failure(
    'message-reused',
    'This id was sent with something else before. Nothing was changed; use a new id.',
  );

function recordOf({ tenant, person }: Caller, message: StoredMessage): JsonObject {
  const { id, channel, thread, kind, language, title, text, action } = message;
  const { mentions, postedAt } = message;
  const attachments = message.attachments?.map((one) => ({ ...one }));
  return {
    ...{ id, tenant, channel, ...(thread !== null && { thread }), kind, language },
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    ...(title !== null && { title }),
    ...{ text, ...(action && { action: { ...action } }), ...(attachments && { attachments }) },
    ...(mentions && { mentions: mentions.map((one) => ({ ...one })) }),
    recordedAt: postedAt,
  } as JsonObject;
}

async function decide(
  { tx, at, catalogue, caller }: Grounds,
  { id, draft }: Post,
  mails: boolean,
): Promise<Decided<StoredMessage>> {
  const { tenant, person } = caller;
  const bodyHash = hashOf(canonicalText(draft));
  const open = await openChannel(tx, catalogue, caller, draft.channel);
  const earlier = await findMessage(tx, tenant, id);
  if (earlier && earlier.person !== person.id) return notOpen();
  if (earlier) return earlier.bodyHash === bodyHash ? { result: earlier, events: [] } : reused();
  const change = await findRevision(tx, tenant, id);
  if (change) return change.person === person.id ? reused() : notOpen();
  if (!open) return notOpen();
  const parent =
    draft.thread === undefined ? undefined : await findMessage(tx, tenant, draft.thread);
  const root =
    !parent || parent.thread === null ? parent : await findMessage(tx, tenant, parent.thread);
  const isThere = root && root.channel === draft.channel && isOpen(open, root);
  if (draft.thread !== undefined && !isThere) return notOpen();
  const refused = refusal(open, draft, parent);
  if (refused) return refused;
  const { mentions = [] } = draft;
  const { audience } = open.channel;
  const members = mentions.length > 0 ? await findMembers(tx, tenant, audience, mentions) : [];
  const errors = misnamed(draft.text, mentions, members);
  if (errors.length > 0) return new Failure('invalid', 'Nothing was posted.', { errors });
  const named = mentions.flatMap((one) => members.find((each) => each.id === one) ?? []);
  const files = draft.attachments ?? [];
  const attached = await attach(tx, tenant, person.id, files, { kind: 'message', id });
  if (attached instanceof Failure) return attached;
  const message = await insertMessage(tx, tenant, {
    ...{ id, channel: draft.channel, thread: draft.thread ?? null, kind: draft.kind },
    ...{ person: person.id, authorName: person.displayName, postedAt: at },
    ...{ language: draft.language, title: draft.title ?? null },
    ...{ text: draft.text, html: shownHtml(draft.text), action: draft.action ?? null, bodyHash },
    ...{ editedAt: null, withdrawnAt: null, replies: 0, repliedAt: null, pinnedAt: null },
    mentions: named.length > 0 ? named : null,
    attachments: attached.length > 0 ? attached : null,
  });
  await insertRevision(tx, tenant, {
    ...{ id, message: id, person: person.id, recordedAt: at, bodyHash },
    ...{ title: message.title, text: message.text },
  });
  await insertMentions(tx, tenant, { message: id, at }, named);
  if (mails && draft.kind === 'alert') {
    await insertNotices(tx, tenant, { message: id, audience, author: person.id, at });
  }
  const hooks = hooksFor(catalogue.webhooks, message);
  await insertDeliveries(tx, tenant, { hooks, kind: 'message', message: id, at });
  const record = recordOf(caller, message);
  const event = { type: 'isms.message.posted', record, personId: person.id, subject: id };
  return { result: message, events: [event] };
}

/**
 * Posts a message, or finds the one that was posted under the id. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function post(backend: Backend, one: Post): Promise<StoredMessage> {
  const errors = misfits(one.draft);
  if (errors.length > 0) throw new Failure('invalid', 'Nothing was posted.', { errors });
  const { result } = await decided(backend, one.caller, (grounds) =>
    decide(grounds, one, backend.mails === true),
  );
  return result;
}
