import type { Backend } from '../backend.js';
import type { Catalogue } from '../catalogue.js';
import { notOpen, openChannel, type OpenChannel } from '../channels/open.js';
import type { Caller } from '../identity/caller.js';
import type { Queryable } from '../storage/database.js';
import { findMessage, type StoredMessage } from './records.js';
import { isOpen } from './rules.js';

/** A message with the channel that it is in. */
export interface OpenMessage {
  message: StoredMessage;
  open: OpenChannel;
}

/** One message that is open to the caller: a reply is where its thread is. */
export async function openMessage(
  db: Queryable,
  catalogue: Catalogue,
  caller: Caller,
  id: string,
): Promise<OpenMessage | undefined> {
  const message = await findMessage(db, caller.tenant, id);
  const open = message && (await openChannel(db, catalogue, caller, message.channel));
  if (!open) return undefined;
  const root =
    message.thread === null ? message : await findMessage(db, caller.tenant, message.thread);
  return root && isOpen(open, root) ? { message, open } : undefined;
}

/** The same, as of a moment ago or of now. Fails with not-found. */
export async function visibleMessage(
  { db, catalogue }: Pick<Backend, 'db' | 'catalogue'>,
  caller: Caller,
  id: string,
): Promise<OpenMessage> {
  const found =
    (await openMessage(db, await catalogue.recent(), caller, id)) ??
    (await openMessage(db, await catalogue(), caller, id));
  if (found) return found;
  throw notOpen();
}
