import type { Copies } from './copies.js';

/** What this device keeps of the backend's answers, for when it cannot be reached. */
export class Device extends EventTarget {
  /**
   * When the backend last said what is shown now, while it cannot be reached and answers come from this
   * device; nothing while the backend answers. Fires `change` when the one gives way to the other.
   */
  asOf?: Date | undefined;
  #copies: Promise<Copies | undefined> | undefined;

  constructor(
    /** Whose answers are kept; false keeps none. */
    readonly baseUrl: string | false,
  ) {
    super();
  }

  /** The copies on this device; nothing in a page that cannot load their code any more, and goes on without. */
  copies(): Promise<Copies | undefined> {
    return (this.#copies ??= import('./copies.js').then(
      ({ Copies }) => new Copies(this.baseUrl, this),
      () => (this.#copies = undefined),
    ));
  }
}
