import type { Answer, Incident } from '@heed/sdk';

/**
 * Fired by `incident-report` when a report is recorded and its receipt is here. Of a report without a name nothing is fired:
 * the page is not told.
 */
export class IncidentReportedEvent extends Event {
  static readonly type = 'incident-reported';

  constructor(
    /** The report, as it was recorded. */
    readonly incident: Incident,
    /** The receipt, which proves it. */
    readonly receipt: string,
  ) {
    super(IncidentReportedEvent.type, { bubbles: true, composed: true });
  }
}

/** Fired by `incident-report` when it is recorded what the person answered in a report of theirs, and the receipt is here. */
export class IncidentAnsweredEvent extends Event {
  static readonly type = 'incident-answered';

  constructor(
    /** What was said. */
    readonly answer: Answer,
    /** The receipt, which proves it. */
    readonly receipt: string,
  ) {
    super(IncidentAnsweredEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'incident-reported': IncidentReportedEvent;
    'incident-answered': IncidentAnsweredEvent;
  }
}
