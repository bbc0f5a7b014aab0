import type { ReactionsDraft } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import type { Backend } from '../backend.js';
import { notOpen } from '../channels/open.js';
import type { Caller } from '../identity/caller.js';
import { decided, type Decided, type Grounds } from '../log/decided.js';
import type { StoredMessage } from '../messages/records.js';
import { openMessage } from '../messages/visible.js';
import { reactionsOf, replaceReactions } from './records.js';
import { refusal } from './rules.js';

async function decide(
  { tx, at, catalogue, caller }: Grounds,
  id: string,
  { reactions }: ReactionsDraft,
): Promise<Decided<StoredMessage>> {
  const { tenant, person } = caller;
  const found = await openMessage(tx, catalogue, caller, id);
  if (!found) return notOpen();
  const refused = refusal(found);
  if (refused) return refused;
  const { message } = found;
  const before = await reactionsOf(tx, tenant, id, person.id);
  const wanted = [...new Set(reactions)];
  const isSame = wanted.length === before.length && wanted.every((one) => before.includes(one));
  if (isSame) return { result: message, events: [] };
  await replaceReactions(tx, tenant, { message: id, person: person.id, at }, wanted);
  const record: JsonObject = {
    ...{ tenant, message: { id, channel: message.channel } },
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    ...{ reactions: wanted, recordedAt: at },
  };
  const event = { type: 'isms.message.reacted', record, personId: person.id, subject: id };
  return { result: message, events: [event] };
}

/**
 * Puts what somebody says of a message from now on in place of what they said. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function react(
  backend: Backend,
  caller: Caller,
  id: string,
  draft: ReactionsDraft,
): Promise<StoredMessage> {
  return (await decided(backend, caller, (grounds) => decide(grounds, id, draft))).result;
}
