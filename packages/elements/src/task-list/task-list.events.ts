import type { Step } from '@heed/sdk';

/** Fired by `task-list` when it is recorded how a task ended for the person, and the receipt is here. */
export class TaskEndedEvent extends Event {
  static readonly type = 'task-ended';

  constructor(
    /** Id of the task. */
    readonly task: string,
    /** How it ended: `done` or `declined`. */
    readonly step: Step,
    /** The receipt, which proves it. */
    readonly receipt: string,
  ) {
    super(TaskEndedEvent.type, { bubbles: true, composed: true });
  }
}

/** Fired by `task-list` when it is recorded what the person said about a task, and the receipt is here. */
export class TaskCommentedEvent extends Event {
  static readonly type = 'task-commented';

  constructor(
    /** Id of the task. */
    readonly task: string,
    /** What was said. */
    readonly step: Step,
    /** The receipt, which proves it. */
    readonly receipt: string,
  ) {
    super(TaskCommentedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'task-ended': TaskEndedEvent;
    'task-commented': TaskCommentedEvent;
  }
}
