import type { Document, Place } from '@heed/sdk';

/** A document is on display. */
export class PolicyDisplayedEvent extends Event {
  constructor(
    /** The document that is shown. */
    readonly document: Document,
  ) {
    super('policy-displayed', { bubbles: true, composed: true });
  }
}

/** The person moved to another place in the text. */
export class PlaceChangedEvent extends Event {
  constructor(
    /** Id of the policy. */
    readonly policy: string,
    readonly place: Place,
    /** Share of the words before the place, 0 to 1. */
    readonly progress: number,
  ) {
    super('place-changed', { bubbles: true, composed: true });
  }
}

/** The end of the text came into view for the first time. It says nothing about what was read. */
export class EndReachedEvent extends Event {
  constructor(
    /** Id of the policy. */
    readonly policy: string,
    readonly version: number,
  ) {
    super('end-reached', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'policy-displayed': PolicyDisplayedEvent;
    'place-changed': PlaceChangedEvent;
    'end-reached': EndReachedEvent;
  }
}
