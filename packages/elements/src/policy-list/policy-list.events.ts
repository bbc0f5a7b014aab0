import type { Assignment } from '@heed/sdk';

/**
 * Fired by `policy-list` when a person opened a policy. Cancel it to keep a link from being followed,
 * for example to show the policy in the same page.
 */
export class PolicyOpenedEvent extends Event {
  static readonly type = 'policy-opened';

  constructor(readonly assignment: Assignment) {
    super(PolicyOpenedEvent.type, { bubbles: true, composed: true, cancelable: true });
  }

  /** Id of the policy. */
  get policy(): string {
    return this.assignment.policy.id;
  }
}

declare global {
  interface HTMLElementEventMap {
    'policy-opened': PolicyOpenedEvent;
  }
}
