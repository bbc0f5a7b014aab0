import type { RevisionDraft } from '@heed/contract';
import { Failure } from '../http/failure.js';
import { holds, overseers, type Caller } from '../identity/caller.js';
import type { OpenMessage } from '../messages/visible.js';

/** The refusal of a change; undefined when the person may make it (REV-2, REV-3). */
export function refusal(
  person: string,
  { message, open }: OpenMessage,
  { withdraw, title }: RevisionDraft,
): Failure | undefined {
  const isAuthor = message.person === person;
  if (!isAuthor && !(withdraw && open.mayAnnounce)) {
    return new Failure('forbidden', 'Only who wrote a message changes it. Nothing was changed.');
  }
  if (message.withdrawnAt !== null) {
    return new Failure('not-open-for-this', 'The message was withdrawn. Nothing was changed.');
  }
  if (message.thread !== null && title !== undefined) {
    return new Failure('invalid', 'Nothing was changed.', {
      errors: [{ pointer: '/title', message: 'A reply has no title' }],
    });
  }
  return undefined;
}

/** Whether somebody may see what a message said before (REV-7). */
export function seesHistory(caller: Caller, { message }: OpenMessage): boolean {
  return message.person === caller.person.id || holds(caller, overseers);
}
