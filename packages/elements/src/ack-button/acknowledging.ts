import {
  verifyReceipt,
  type Acknowledgement,
  type AcknowledgementDraft,
  type Assignment,
  type Client,
  type IsmsError,
  type OutboxChangeEvent,
  type OutboxEntry,
} from '@heed/sdk';
import { sessionOf, type Session } from '../session.js';
import {
  AcknowledgementQueuedEvent,
  AcknowledgementRejectedEvent,
  PolicyAcknowledgedEvent,
} from './ack-button.events.js';

/** Where an acknowledgement stands; `recorded` and what follows it only with the receipt in hand. */
export type AckState =
  | 'loading'
  | 'failed'
  | 'nothing'
  | 'draft'
  | 'queued'
  | 'sending'
  | 'rejected'
  | 'recorded'
  | 'verified'
  | 'unverified';

/** Follows the acknowledgement of one policy from what is asked to the verified receipt. */
export class Acknowledging {
  assignment: Assignment | undefined;
  entry: OutboxEntry | undefined;
  acknowledgement: Acknowledgement | undefined;
  /** Another statement that is asked about the same version. */
  more: Assignment | undefined;
  /** The person acted and nothing was taken. */
  missed = false;

  /** The act is being put on this device: until it is there, nothing is said about it. */
  acting = false;

  #client: Client | undefined;
  #session: Session | undefined;
  #policy = '';
  #outcome: AckState = 'recorded';
  #checked = '';
  #loaded = false;
  #failed = false;
  #asked = 0;
  #news = 0;

  constructor(
    private readonly host: EventTarget,
    private readonly changed: () => void,
  ) {}

  get state(): AckState {
    const receipt = this.acknowledgement?.receipt;
    // What was found out about one receipt says nothing about another.
    if (receipt) return receipt === this.#checked ? this.#outcome : 'recorded';
    if (this.entry) {
      const { state, error } = this.entry;
      // Taken and not yet failed is on its way, and so is a record that has not brought its receipt.
      return state === 'rejected' || (state === 'queued' && error) ? state : 'sending';
    }
    if (!this.#policy) return 'nothing';
    if (!this.#loaded) return this.#failed ? 'failed' : 'loading';
    return this.assignment ? 'draft' : 'nothing';
  }

  /** Follows a policy at a backend, or asks again about the same one. */
  follow(client: Client | undefined, policy: string): void {
    if (client !== this.#client || policy !== this.#policy) {
      this.#client?.outbox.removeEventListener('change', this.#heard);
      client?.outbox.addEventListener('change', this.#heard);
      this.#client = client;
      this.#session = client && sessionOf(client);
      this.#policy = policy;
      this.#asked++;
      this.#news++;
      this.assignment = this.entry = this.acknowledgement = this.more = undefined;
      this.#loaded = this.#failed = this.missed = false;
    }
    if (client && policy) void this.#ask(client, policy);
  }

  /** The act: keeps it on this device, from where it is sent. One press is one entry. */
  async act(draft: AcknowledgementDraft): Promise<void> {
    const { person } = this.assignment!;
    if (this.acting || this.state !== 'draft') return;
    const news = ++this.#news;
    this.acting = true;
    this.missed = false;
    this.changed();
    try {
      const entry = await this.#client!.outbox.acknowledge(draft, person);
      // What was heard in the meantime is newer than this answer.
      if (news === this.#news) this.#take(entry);
    } catch {
      this.missed = true;
      // Perhaps somebody else is signed in by now: then this page is about them.
      void this.#session!.load();
    }
    this.acting = false;
    this.changed();
  }

  /** Sends now what waits on this device. */
  send(): void {
    // It may be gone, or be somebody else's by now.
    void this.#client!.outbox.retry(this.entry!.key).catch(() => this.#session!.load());
  }

  /** Puts a refusal away and asks every element of the page for the current state of things. */
  async dismiss(): Promise<void> {
    await this.#client!.outbox.dismiss(this.entry!.key).catch(() => undefined);
    this.#session!.refresh();
  }

  /** Goes on to the other statement about the same version. */
  next(): void {
    this.assignment = this.more;
    this.more = this.entry = this.acknowledgement = undefined;
    this.changed();
  }

  /** Verifies the receipt in the page, once, as soon as the backend's key is known. */
  async verify(): Promise<void> {
    const key = this.#session?.discovery?.log?.key;
    const held = this.acknowledgement;
    if (!key || !held || this.#checked === held.receipt) return;
    this.#checked = held.receipt;
    this.#outcome = 'recorded';
    let outcome: AckState = 'recorded';
    try {
      const { record } = await verifyReceipt(held.receipt, { key });
      outcome =
        record['id'] === held.id && record['version'] === held.version ? 'verified' : 'unverified';
    } catch (error) {
      // Anything else says that the verifier could not be loaded, nothing about the receipt.
      if ((error as Error).name === 'EvidenceError') outcome = 'unverified';
    }
    if (this.acknowledgement?.receipt !== held.receipt) return;
    this.#outcome = outcome;
    this.changed();
  }

  async #ask(client: Client, policy: string): Promise<void> {
    const asked = ++this.#asked;
    const news = this.#news;
    try {
      const kept = await client.outbox.entries();
      const waiting = kept.find((one) => this.#mine(one) && one.state !== 'recorded');
      if (news === this.#news && !this.acting) this.entry = waiting;
      // What an earlier page has queued is announced when it is recorded, not a second time before.
      if (waiting) this.#session!.told.add(`${waiting.key} queued`);
      this.changed();
      const all: Assignment[] = [];
      for await (const one of client.assignments.list({ policy })) if (one.statement) all.push(one);
      const held = this.acknowledgement;
      const open = all.find((one) => !one.acknowledgement && /pend|start|over/.test(one.state));
      const done = all.find((one) => one.acknowledgement);
      const stay = held && open?.version === held.version ? done : undefined;
      const shown = stay ?? open ?? done;
      const id = shown?.acknowledgement;
      const acknowledgement =
        !id || id === held?.id ? held : await client.acknowledgements.read({ acknowledgement: id });
      if (asked !== this.#asked) return;
      this.assignment = shown;
      this.more = stay && open;
      this.acknowledgement = id ? acknowledgement : undefined;
      this.#loaded = true;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#failed = true;
      this.#session!.doubt(error as IsmsError);
    }
    this.changed();
  }

  #mine({ key, kind, body, state }: OutboxEntry): boolean {
    if (kind !== 'acknowledgement' || body.policy !== this.#policy) return false;
    // What was recorded earlier stays on the device for a while: it may be of another version.
    if (state !== 'recorded' || key === this.entry?.key) return true;
    const { version, statement } = this.assignment ?? {};
    return body.version === version && body.statementHash === statement?.hash;
  }

  readonly #heard = ({ entry }: OutboxChangeEvent): void => {
    if (this.#mine(entry)) this.#take(entry);
  };

  #take(entry: OutboxEntry): void {
    const { key, state, acknowledgement, body, durable, error } = entry;
    if (acknowledgement && acknowledgement.id === this.acknowledgement?.id) return;
    this.#news++;
    this.entry = entry;
    if (acknowledgement) this.acknowledgement = acknowledgement;
    this.changed();
    const { told } = this.#session!;
    const queued = told.has(`${key} queued`);
    if (told.has(`${key} ${state}`)) return;
    told.add(`${key} ${state}`);
    const { policy, version } = body as AcknowledgementDraft;
    if (acknowledgement && queued) {
      this.host.dispatchEvent(new PolicyAcknowledgedEvent(acknowledgement));
    } else if (state === 'queued') {
      this.host.dispatchEvent(new AcknowledgementQueuedEvent(policy, version, durable));
    } else if (state === 'rejected') {
      this.host.dispatchEvent(new AcknowledgementRejectedEvent(policy, version, error));
    }
  }
}
