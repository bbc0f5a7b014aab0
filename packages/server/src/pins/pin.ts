import type { PinDraft } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import type { Backend } from '../backend.js';
import { notOpen } from '../channels/open.js';
import type { Caller } from '../identity/caller.js';
import { decided, type Decided, type Grounds } from '../log/decided.js';
import type { StoredMessage } from '../messages/records.js';
import { openMessage } from '../messages/visible.js';
import { countPins, pinMessage } from './records.js';
import { refusal } from './rules.js';

async function decide(
  { tx, at, catalogue, caller }: Grounds,
  id: string,
  { pinned }: PinDraft,
): Promise<Decided<StoredMessage>> {
  const { tenant, person } = caller;
  const found = await openMessage(tx, catalogue, caller, id);
  if (!found) return notOpen();
  const { message } = found;
  const others = pinned ? await countPins(tx, tenant, message.channel) : 0;
  const refused = refusal(found, others);
  if (refused) return refused;
  if (pinned === (message.pinnedAt !== null)) return { result: message, events: [] };
  const pinnedAt = pinned ? at : null;
  await pinMessage(tx, tenant, id, pinnedAt);
  const record: JsonObject = {
    ...{ tenant, message: { id, channel: message.channel } },
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    recordedAt: at,
  };
  const type = pinned ? 'isms.message.pinned' : 'isms.message.unpinned';
  const event = { type, record, personId: person.id, subject: id };
  return { result: { ...message, pinnedAt }, events: [event] };
}

/**
 * Pins a message to the top of its channel, or takes it from there. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function pin(
  backend: Backend,
  caller: Caller,
  id: string,
  draft: PinDraft,
): Promise<StoredMessage> {
  return (await decided(backend, caller, (grounds) => decide(grounds, id, draft))).result;
}
