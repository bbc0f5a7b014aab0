import type { Step } from '@heed/sdk';

/** Fired by `task-list` when it is recorded that the person asks others something. */
export class TaskAskedEvent extends Event {
  static readonly type = 'task-asked';

  constructor(
    /** Id of the task. */
    readonly task: string,
  ) {
    super(TaskAskedEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * Fired by `task-list` when it is recorded that the person reopened, rescheduled or closed a task that they look after, and the
 * receipt is here.
 */
export class TaskChangedEvent extends Event {
  static readonly type = 'task-changed';

  constructor(
    /** Id of the task. */
    readonly task: string,
    /** What was done: `reopened`, `rescheduled` or `closed`. */
    readonly step: Step,
    /** The receipt, which proves it. */
    readonly receipt: string,
  ) {
    super(TaskChangedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'task-asked': TaskAskedEvent;
    'task-changed': TaskChangedEvent;
  }
}
