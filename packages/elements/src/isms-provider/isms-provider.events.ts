import type { SessionState } from '../session.js';

/** Fired by `isms-provider` when it connected, lost or regained the backend. */
export class ConnectionChangedEvent extends Event {
  static readonly type = 'connection-changed';

  constructor(readonly state: SessionState) {
    super(ConnectionChangedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'connection-changed': ConnectionChangedEvent;
  }
}
