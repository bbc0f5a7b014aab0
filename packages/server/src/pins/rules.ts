import { Failure } from '../http/failure.js';
import type { OpenMessage } from '../messages/visible.js';

/** Messages of a channel that are pinned at most (PIN-3). */
export const mostPins = 5;

/** The refusal of a pin, or of the end of one; undefined when the person may say so (PIN-2, PIN-3). */
export function refusal({ message, open }: OpenMessage, pinned: number): Failure | undefined {
  if (!open.mayAnnounce) {
    return new Failure('forbidden', 'Only who may announce here pins messages.');
  }
  if (message.thread !== null || message.withdrawnAt !== null) {
    return new Failure(
      'not-open-for-this',
      'Replies and messages that were withdrawn are not pinned. Nothing was changed.',
    );
  }
  if (message.pinnedAt === null && pinned >= mostPins) {
    return new Failure(
      'pins-full',
      `There are ${mostPins} pinned messages here already. Take one from the top first. Nothing was changed.`,
    );
  }
  return undefined;
}
