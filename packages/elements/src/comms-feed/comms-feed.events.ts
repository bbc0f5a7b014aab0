import type { Completion, Message } from '@heed/sdk';

/** Fired by `comms-feed` when a channel is shown in place of another one, or of none. */
export class ChannelSelectedEvent extends Event {
  static readonly type = 'channel-selected';

  constructor(
    /** Id of the channel; empty when the list of channels is shown again. */
    readonly channel: string,
  ) {
    super(ChannelSelectedEvent.type, { bubbles: true, composed: true });
  }
}

/** Fired by `comms-feed` when the backend has recorded a message that was posted on this device. */
export class MessagePostedEvent extends Event {
  static readonly type = 'message-posted';

  constructor(readonly message: Message) {
    super(MessagePostedEvent.type, { bubbles: true, composed: true });
  }
}

/** Fired by `comms-feed` when the person has withdrawn a message. */
export class MessageWithdrawnEvent extends Event {
  static readonly type = 'message-withdrawn';

  constructor(readonly message: Message) {
    super(MessageWithdrawnEvent.type, { bubbles: true, composed: true });
  }
}

/** Fired by `comms-feed` when it is recorded that the person did what an alert asks, and the receipt is here. */
export class AlertCompletedEvent extends Event {
  static readonly type = 'alert-completed';

  constructor(readonly completion: Completion) {
    super(AlertCompletedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'channel-selected': ChannelSelectedEvent;
    'message-posted': MessagePostedEvent;
    'message-withdrawn': MessageWithdrawnEvent;
    'alert-completed': AlertCompletedEvent;
  }
}
