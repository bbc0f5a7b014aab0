import type { AcknowledgementDraft, Client, Discovery, IsmsError, Person } from '@heed/sdk';

/**
 * How the page stands with the backend: `connecting`, `ready`, `signed-out` (no usable token),
 * `unknown-person` (signed in, not known here), `unreachable` (no answer, or a failing one) or
 * `not-isms` (something else answers at this address).
 */
export type SessionState =
  'connecting' | 'ready' | 'signed-out' | 'unknown-person' | 'unreachable' | 'not-isms';

/** What a reader has displayed of one document so far. Never a claim that it was read. */
export interface Display extends Required<
  Pick<AcknowledgementDraft, 'policy' | 'version' | 'language' | 'contentHash' | 'method'>
> {
  /** Sections displayed. */
  displayed: number;
  /** Sections in the document. */
  sections: number;
  /** Sections that were displayed neither now nor in an earlier sitting. */
  remaining: number;
  /** Whole seconds in view and in an active window. */
  seconds: number;
}

/** What keeps the page from the backend; nothing while it connects or is ready. */
export function inTrouble({
  state,
}: Session): Exclude<SessionState, 'connecting' | 'ready'> | undefined {
  return state === 'connecting' || state === 'ready' ? undefined : state;
}

/** The state that an error of the connection means. */
export function stateOf(error: IsmsError): SessionState {
  if (error.kind === 'auth') return 'signed-out';
  if (error.kind === 'not-isms' || error.kind === 'contract') return 'not-isms';
  if (error.kind !== 'problem') return 'unreachable';
  if (error.code === 'not-signed-in') return 'signed-out';
  if (error.code === 'unknown-person') return 'unknown-person';
  return error.status === 404 ? 'not-isms' : 'unreachable';
}

/**
 * What all elements with the same client share: who the person is, what the backend offers, and what
 * is on display. Fires `change` when any of it changes, `refresh` when lists should be asked for again
 * (after an acknowledgement, or when the connection is back) and `left` when somebody else has signed
 * in: what is shown was shown to the one before.
 */
export class Session extends EventTarget {
  state: SessionState = 'connecting';
  discovery?: Discovery;
  me?: Person;
  /** How many providers tell the person about the connection, so that elements need not. */
  attended = 0;
  /** Facts that were announced by an event, so that two elements of one policy announce them once. */
  readonly told = new Set<string>();
  /** True while an answer to {@link load} is awaited. */
  busy = false;
  readonly #displays = new Map<string, Display>();
  readonly #away = new Set<string>();
  readonly #waiting = new Set<string>();
  #attempt = 0;

  constructor(readonly client: Client) {
    super();
    client.outbox.addEventListener('change', ({ entry: { key, kind, state, error } }) => {
      if (error) this.doubt(error);
      // What is said in groups changes no list of anything else.
      if (kind !== 'acknowledgement') return;
      if (state !== 'recorded') this.#waiting.add(key);
      else if (this.#waiting.delete(key)) this.refresh();
    });
    const { device } = client;
    device.addEventListener('change', () => {
      if (!this.busy && (device.asOf || this.state === 'unreachable')) void this.load(!device.asOf);
    });
  }

  /** Asks who we are and what is offered; again after a failure or a new sign-in. */
  async load(refresh = true): Promise<void> {
    const { client } = this;
    const attempt = ++this.#attempt;
    this.busy = true;
    this.#fire('change');
    const found = await Promise.all([client.discovery.read(), client.me.read()]).then(
      ([discovery, me]) => ({
        discovery,
        me,
        // What comes from this device was said by the backend once; it cannot be reached now.
        state: client.device.asOf ? ('unreachable' as const) : ('ready' as const),
      }),
      (error) => ({ me: undefined, state: stateOf(error as IsmsError) }),
    );
    // A newer attempt speaks for the connection: an answer to an older one is out of date.
    if (attempt !== this.#attempt) return;
    const me = found.me ?? this.me;
    // A sitting ends while it is still known whose it is.
    if (this.me && this.me.id !== me!.id) this.#fire('left');
    Object.assign(this, found, { me, busy: false });
    this.#fire('change');
    // The first time, elements asked for themselves while we did.
    if (found.me && attempt > 1 && refresh) this.refresh();
  }

  /** Finds out who is signed in, when an error says that it is nobody, or somebody else. */
  doubt({ kind }: IsmsError): void {
    if (kind === 'auth' && this.state === 'ready' && !this.busy) void this.load(false);
  }

  /** Whether the backend implements a profile; true until it has said otherwise. */
  offers(profile: string): boolean {
    return this.discovery?.profiles.includes(profile) ?? true;
  }

  /** Tells every element of this client to ask again for what it shows. */
  refresh(): void {
    this.#fire('refresh');
  }

  /** What is on display of a policy, when a reader shows it. */
  displayed(policy: string): Display | undefined {
    return this.#displays.get(policy);
  }

  /** Called by a reader whenever the display of a policy changes; `undefined` when it closes. */
  display(policy: string, display: Display | undefined): void {
    if (display) this.#displays.set(policy, display);
    else this.#displays.delete(policy);
    this.#fire('change');
  }

  /** Whether the reader of a policy shows another text in its place, so that nothing is asked below it. */
  away(policy: string): boolean {
    return this.#away.has(policy);
  }

  /** Called by the reader of a policy when it shows another text in its place, and when it is back. */
  turn(policy: string, away: boolean): void {
    if (away === this.away(policy)) return;
    if (away) this.#away.add(policy);
    else this.#away.delete(policy);
    this.#fire('change');
  }

  #fire(type: string): void {
    this.dispatchEvent(new Event(type));
  }
}

const sessions = new WeakMap<Client, Session>();

/** The one session of a client; the first call begins to connect. */
export function sessionOf(client: Client): Session {
  let session = sessions.get(client);
  if (!session) {
    sessions.set(client, (session = new Session(client)));
    void session.load();
  }
  return session;
}
