import type { StepDraft } from '@heed/contract';
import { Failure, type Misfit } from '../http/failure.js';
import { dueMisfits } from '../tasks/rules.js';
import type { OpenTask } from '../tasks/visible.js';

const withText: readonly StepDraft['kind'][] = ['declined', 'comment', 'reopened'];
const withPerson: readonly StepDraft['kind'][] = ['comment', 'reopened'];

/** What of a draft does not fit together (STP-6). */
export function misfits({ kind, person, text, dueAt }: StepDraft): Misfit[] {
  const found = dueMisfits(dueAt);
  const add = (pointer: string, message: string) => void found.push({ pointer, message });
  if (text === undefined && withText.includes(kind)) add('/text', 'Say something with it');
  if (person === undefined && kind === 'reopened') add('/person', 'Say whose part it is');
  if (person !== undefined && !withPerson.includes(kind)) {
    add('/person', 'It is about your own part, or about all of the task');
  }
  if (dueAt !== undefined && kind !== 'rescheduled') {
    add('/dueAt', 'Only rescheduling gives another due date');
  }
  return found;
}

/** Whether a step says how it ended for the person. */
export const isOutcome = (kind: StepDraft['kind']): kind is 'done' | 'declined' =>
  kind === 'done' || kind === 'declined';

/** The refusal of a step; undefined when the caller may make it as far as their part in the task goes (STP-2, STP-3, STP-5). */
export function refusal(
  caller: string,
  { task, open }: OpenTask,
  { kind, person }: StepDraft,
): Failure | undefined {
  const isOwn = isOutcome(kind) || (kind === 'comment' && person === caller);
  if (!isOwn && !open.mayManage) {
    return new Failure('forbidden', 'That is for who asked. Nothing was recorded.');
  }
  if (task.closedAt !== null) {
    return new Failure(
      'task-not-open',
      'The task was closed: nobody needs to do it any more. Nothing was recorded.',
    );
  }
  if (isOutcome(kind) && !open.isAsked) {
    return new Failure(
      'task-not-open',
      'This task asks nothing of you, or no longer does. Nothing was recorded.',
    );
  }
  return undefined;
}
