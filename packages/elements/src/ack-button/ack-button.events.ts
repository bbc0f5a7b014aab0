import type { Acknowledgement, IsmsError } from '@heed/sdk';

/** Fired by `ack-button` when the backend has recorded an acknowledgement and the receipt is here. */
export class PolicyAcknowledgedEvent extends Event {
  static readonly type = 'policy-acknowledged';

  constructor(readonly acknowledgement: Acknowledgement) {
    super(PolicyAcknowledgedEvent.type, { bubbles: true, composed: true });
  }

  /** Id of the policy. */
  get policy(): string {
    return this.acknowledgement.policy;
  }
}

/** Fired by `ack-button` when an acknowledgement waits on this device to be sent. */
export class AcknowledgementQueuedEvent extends Event {
  static readonly type = 'acknowledgement-queued';

  constructor(
    /** Id of the policy. */
    readonly policy: string,
    readonly version: number,
    /** False when the browser refused to store it: it lives as long as the page. */
    readonly durable: boolean,
  ) {
    super(AcknowledgementQueuedEvent.type, { bubbles: true, composed: true });
  }
}

/** Fired by `ack-button` when the backend refused an acknowledgement; nothing was recorded. */
export class AcknowledgementRejectedEvent extends Event {
  static readonly type = 'acknowledgement-rejected';

  constructor(
    /** Id of the policy. */
    readonly policy: string,
    readonly version: number,
    readonly error: IsmsError | undefined,
  ) {
    super(AcknowledgementRejectedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'policy-acknowledged': PolicyAcknowledgedEvent;
    'acknowledgement-queued': AcknowledgementQueuedEvent;
    'acknowledgement-rejected': AcknowledgementRejectedEvent;
  }
}
