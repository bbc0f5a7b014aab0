import { Failure } from '../http/failure.js';
import type { OpenMessage } from '../messages/visible.js';

/** The refusal of what somebody says of a message; undefined when they may say it (RCT-2). */
export function refusal({ message, open }: OpenMessage): Failure | undefined {
  if (!open.isMember && !open.mayAnnounce) {
    return new Failure('forbidden', 'You see this channel without being told in it.');
  }
  if (message.withdrawnAt !== null) {
    return new Failure('not-open-for-this', 'The message was withdrawn. Nothing was recorded.');
  }
  return undefined;
}
