import type { Message } from '@heed/contract';
import type { Catalogue } from '../catalogue.js';
import { countsOf, doneAtOf, type Count } from '../completions/records.js';
import { reactionsTo } from '../reactions/records.js';
import type { Queryable } from '../storage/database.js';
import type { StoredMessage } from './records.js';

function told(
  message: StoredMessage,
  count: Count | undefined,
  doneAt: string | undefined,
): Message {
  const { id, channel, thread, kind, postedAt, language, title, text, html } = message;
  const { attachments, pinnedAt, mentions } = message;
  const { person, authorName, editedAt, withdrawnAt, replies, repliedAt, action } = message;
  return {
    ...{ id, channel, ...(thread !== null && { thread }), kind },
    author: { ...(person !== null && { id: person }), displayName: authorName },
    ...{ postedAt, language, ...(title !== null && { title }), text, html },
    ...(editedAt !== null && { editedAt }),
    ...(withdrawnAt !== null && { withdrawnAt }),
    ...(attachments && { attachments: [...attachments] }),
    replies,
    ...(repliedAt !== null && { repliedAt }),
    ...(action && { action, done: { count: count?.count ?? 0, of: count?.of ?? 0 } }),
    ...(doneAt !== undefined && { doneAt }),
    ...(pinnedAt !== null && { pinnedAt }),
    ...(mentions && { mentions: [...mentions] }),
  };
}

/**
 * Messages as the contract tells them.
 *
 * @param person who is told, for `doneAt` and `reacted`; nobody in particular when absent.
 */
export async function toldMessages(
  db: Queryable,
  tenant: string,
  { channels }: Pick<Catalogue, 'channels'>,
  messages: readonly StoredMessage[],
  person?: string,
): Promise<Message[]> {
  const alerts = messages.filter(({ action }) => action !== null);
  const asked = alerts.flatMap(({ id, channel }) => {
    const audience = channels.find((one) => one.id === channel)?.audience;
    return audience === undefined ? [] : [{ id, audience }];
  });
  const counts = await countsOf(db, tenant, asked);
  const done = person === undefined ? undefined : await doneAtOf(db, tenant, person, asked);
  const ids = messages.map(({ id }) => id);
  const reactions = await reactionsTo(db, tenant, ids, person);
  return messages.map((one) => ({
    ...told(one, counts.get(one.id), done?.get(one.id)),
    ...reactions.get(one.id),
  }));
}
