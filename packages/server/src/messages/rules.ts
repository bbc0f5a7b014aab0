import type { MessageDraft } from '@heed/contract';
import type { OpenChannel } from '../channels/open.js';
import { Failure, type Misfit } from '../http/failure.js';
import type { StoredMessage } from './records.js';

/** What of a draft does not fit together (MSG-11, MSG-15). */
export function misfits({ kind, thread, title, action, attachments = [] }: MessageDraft): Misfit[] {
  const found: Misfit[] = [];
  const add = (pointer: string, message: string) => void found.push({ pointer, message });
  if (kind === 'alert' && !action) add('/action', 'An alert says what is to be done');
  if (kind !== 'alert' && action) add('/action', 'Only an alert asks for something to be done');
  if (thread !== undefined && title !== undefined) add('/title', 'A reply has no title');
  const twice = attachments.findIndex((id, at) => attachments.indexOf(id) < at);
  if (twice >= 0) add(`/attachments/${twice}`, 'It is named twice');
  return found;
}

/** Whether a message is open to whom the channel is open as it is. */
export function isOpen(
  { since }: Pick<OpenChannel, 'since'>,
  { postedAt }: Pick<StoredMessage, 'postedAt'>,
): boolean {
  return since === undefined || postedAt >= since;
}

/** The refusal of a post; undefined when the caller may post it here (MSG-9, MSG-10). */
export function refusal(
  { mayAnnounce, mayDiscuss }: OpenChannel,
  { kind, thread }: MessageDraft,
  parent: StoredMessage | undefined,
): Failure | undefined {
  const isAnnounced = kind !== 'discussion' && thread === undefined;
  if (isAnnounced && !mayAnnounce) {
    return new Failure(
      'forbidden',
      'You may not broadcast or send alerts in this channel, so nothing was posted.',
    );
  }
  if (!isAnnounced && !mayDiscuss) {
    return new Failure('forbidden', 'This channel is not for discussions, so nothing was posted.');
  }
  if (thread === undefined) return undefined;
  const isEnded = parent && (parent.thread !== null || parent.withdrawnAt !== null);
  if (kind !== 'discussion' || isEnded) {
    return new Failure(
      'not-open-for-this',
      'Replies are to messages that begin a thread and were not withdrawn, and they are discussion. Nothing was posted.',
    );
  }
  return undefined;
}
