import type { InboxItem } from './item.js';

/**
 * Fired by `isms-inbox` when a person opened something that is asked of them. Cancel it to keep a link from being followed,
 * for example to show it in the same page.
 */
export class ItemOpenedEvent extends Event {
  static readonly type = 'item-opened';

  constructor(readonly item: InboxItem) {
    super(ItemOpenedEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** Fired by `isms-inbox` when it is known how much is asked, and when that has changed. */
export class InboxChangedEvent extends Event {
  static readonly type = 'inbox-changed';

  constructor(
    /** How much is asked. */
    readonly count: number,
    /** How much of it was due before now. */
    readonly overdue: number,
  ) {
    super(InboxChangedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'item-opened': ItemOpenedEvent;
    'inbox-changed': InboxChangedEvent;
  }
}
