import type { Client } from '@heed/sdk';
import type { LitElement } from 'lit';
import type { Attaching } from '../comms-feed/attaching/attaching.js';
import type { Session } from '../session.js';
import type { Anonymous } from './anonymous/anonymous.js';
import type { Status } from './status/status.js';

/** What unfolds below the questions. */
export type Fold = 'status' | 'anonymous';

/** The parts that are loaded when they are asked for: whoever reports something simple pays for none of them. */
export class Tools {
  attaching: Attaching | undefined;
  status: Status | undefined;
  anonymous: Anonymous | undefined;
  /** What is unfolded. */
  readonly open = new Set<Fold>();
  /** What could not be loaded. */
  readonly lacking = new Set<Fold>();
  readonly #loading = new Set<Fold>();
  #client: Client | undefined;
  #session: Session | undefined;

  constructor(private readonly host: LitElement & { report?: string | undefined }) {}

  /** Ends what was of another client, or of somebody else. */
  use(client: Client | undefined, session: Session | undefined): void {
    this.attaching?.close();
    this.status?.close();
    this.attaching = this.status = this.anonymous = undefined;
    this.#client = client;
    this.#session = session;
  }

  /** Files are forgotten; those that have arrived stay with whoever sent them. */
  detach(): void {
    this.attaching?.close();
    this.attaching = undefined;
  }

  /** Loads what is unfolded and not there yet. */
  load(language: string): void {
    for (const fold of this.open) {
      // Whose reports they are is known by then: that is news, and this is asked again.
      const isKnown = fold === 'anonymous' ? this.#client : this.#session?.me;
      if (!isKnown || this[fold] || this.lacking.has(fold) || this.#loading.has(fold)) continue;
      this.#loading.add(fold);
      void (fold === 'status' ? this.#status(language) : this.claims(language))
        .catch(() => this.lacking.add(fold))
        .finally(() => {
          this.#loading.delete(fold);
          this.host.requestUpdate();
        });
    }
  }

  /** A part was unfolded, or folded; what could not be loaded is tried again then. */
  toggle(fold: Fold, isOpen: boolean): void {
    if (isOpen) this.open.add(fold);
    else this.open.delete(fold);
    this.lacking.delete(fold);
    this.host.requestUpdate();
  }

  /** What files are attached with. Rejects where it cannot be loaded. */
  async files(language: string): Promise<Attaching> {
    const { openAttaching } = await import('../comms-feed/attaching/attaching.js');
    return (this.attaching ??= await openAttaching(this.host, this.#client!, language));
  }

  /** What reports without a name are made and opened with. Rejects where it cannot be loaded. */
  async claims(language: string): Promise<Anonymous | undefined> {
    const client = this.#client;
    if (!client) return undefined;
    const { openAnonymous } = await import('./anonymous/anonymous.js');
    const made = await openAnonymous(this.host, client, language);
    if (client === this.#client) this.anonymous ??= made;
    return this.anonymous;
  }

  async #status(language: string): Promise<void> {
    const client = this.#client;
    const session = this.#session;
    if (!client || !session) return;
    const { openStatus } = await import('./status/status.js');
    const made = await openStatus(this.host, client, session, language);
    if (client !== this.#client || this.status) made.close();
    else this.status = made;
  }
}
