import type { StoredChannel } from '../channels/records.js';
import type { ImportedMessage } from '../import/types.js';
import type { LogEvent } from '../log/writer.js';
import { findMessages, insertMessage } from '../messages/records.js';
import { insertRevision } from '../revisions/records.js';
import type { Queryable } from '../storage/database.js';
import { canonicalText, hashOf } from './hashes.js';

/**
 * Puts what was said before into the channels, oldest first. What is there already stays as it is: nobody's history changes
 * because a file did.
 */
export async function publishHistory(
  tx: Queryable,
  tenant: string,
  {
    channels,
    messages,
  }: { channels: readonly StoredChannel[]; messages: readonly ImportedMessage[] },
  at: string,
): Promise<LogEvent[]> {
  const ids = messages.map(({ id }) => id);
  const there = new Set((await findMessages(tx, tenant, ids)).map(({ id }) => id));
  const events: LogEvent[] = [];
  for (const { id, channel, postedAt, language, title, text, html, author } of messages) {
    if (there.has(id)) continue;
    const bodyHash = hashOf(canonicalText({ channel, text }));
    const authorName = author ?? channels.find((one) => one.id === channel)?.title ?? channel;
    const said = { title: title ?? null, text };
    await insertMessage(tx, tenant, {
      ...{ id, channel, thread: null, kind: 'broadcast', person: null, authorName, postedAt },
      ...{ language, ...said, html, action: null, bodyHash },
      ...{
        editedAt: null,
        withdrawnAt: null,
        replies: 0,
        repliedAt: null,
        pinnedAt: null,
        mentions: null,
        attachments: null,
      },
    });
    await insertRevision(tx, tenant, {
      ...{ id, message: id, person: null, recordedAt: postedAt, ...said, bodyHash },
    });
    const record = { id, tenant, channel, postedAt, authorName, ...(title && { title }), text, at };
    events.push({ type: 'isms.message.imported', record, subject: id });
  }
  return events;
}
