import type { Identity } from '../outbox/identity.js';
import type { Transport } from '../transport.js';
import { Connection, type Ears, type End, type Way } from './connection.js';
import type { LiveEvent } from './live-event.js';
import { isSignedIn } from './signed-in.js';
import type { Said, Tabs } from './tabs.js';

/** Milliseconds in which the tab that holds the connection answers; one that does not is asleep, or gone. */
const ANSWER = 5000;
/** Milliseconds without a word from it after which it is asked whether it is there: one heartbeat, and its way. */
const QUIET = 20_000;
/** Milliseconds without anything over its connection: whoever neither has one nor gives it up is half asleep. */
const PATIENCE = 40_000;

/**
 * One connection for all tabs of a person: this one waits until it may hold it, and tells meanwhile what is heard from the
 * tab that does. Whoever takes over goes on after the last event that was told here.
 */
export class SharedConnection {
  #ears!: Ears;
  #finish!: (end: End) => void;
  #fail!: (error: unknown) => void;
  #finished = new AbortController();
  #over: AbortSignal;
  #own: Connection | undefined;
  #leading: Promise<void> | undefined;
  #isOpen = false;
  #aliveAt = Date.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is heard is told one after the other. */
  #line = Promise.resolve();

  constructor(
    private readonly transport: Transport,
    private readonly identity: Identity,
    private readonly way: Way,
    private readonly tabs: Tabs,
  ) {
    this.#over = AbortSignal.any([way.signal, this.#finished.signal]);
  }

  /** Resolves when it ends, whichever tab holds it; rejects as a connection of this tab alone does. */
  read(ears: Ears): Promise<End> {
    this.#ears = ears;
    return new Promise<End>((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
      this.#over.addEventListener('abort', () => resolve('ended'));
      this.tabs.hear = (said) => {
        this.#line = this.#line.then(() => this.#hear(said));
      };
      this.#hold({ signal: this.#over });
      this.#ask();
    }).finally(() => {
      this.#finished.abort();
      clearTimeout(this.#timer);
      this.tabs.hear = undefined;
    });
  }

  /** The page or the network is back: whoever holds the connection may not be there any more. */
  comeBack(): void {
    if (this.#leading) this.#own?.comeBack();
    else if (!this.#over.aborted) this.#ask();
  }

  /** Asks whether somebody holds the connection. */
  #ask(): void {
    this.tabs.say('who');
    this.#wait(ANSWER, () => this.#take());
  }

  #take(): void {
    // Taken from one another, tabs cannot hear each other: then each has its own.
    if (this.tabs.wasTaken) void this.#lead();
    else this.#hold({ steal: true });
  }

  #hold(how: LockOptions): void {
    this.tabs
      .hold(how, () => this.#lead())
      .catch(() => {
        if (this.#over.aborted) return;
        this.tabs.wasTaken = !!this.#leading;
        if (this.#leading) this.#finish('ended');
        // Locks are refused with all other site data.
        else void this.#lead();
      });
  }

  /** Holds the connection until it ends, and tells the other tabs what comes. */
  #lead(): Promise<void> {
    return (this.#leading ??= this.#open().then(this.#finish, this.#fail));
  }

  async #open(): Promise<End> {
    const { transport, identity, way, tabs } = this;
    clearTimeout(this.#timer);
    tabs.hear = (said) => {
      if (said !== 'who') return;
      this.#own?.comeBack();
      this.#say(way.place.after);
    };
    // A page that is put to sleep answers for a while, and hears nothing from the network.
    const page = globalThis as Partial<Pick<Window, 'addEventListener'>>;
    const sleep = () => this.#finish('ended');
    page.addEventListener?.('freeze', sleep, { capture: true, signal: this.#over });
    let end: End = 'ended';
    try {
      // It may have waited for so long that its token has expired.
      end = await transport.authorised(async (token) => {
        if ((await identity.of(token)) !== way.person) return 'ended';
        this.#own = new Connection(transport, identity, { ...way, token, signal: this.#over });
        return this.#own.read({
          opened: () => this.#ears.opened(),
          alive: () => {
            this.#isOpen = true;
            this.#ears.alive();
            this.#say(way.place.after);
          },
          told: (event, id) => {
            const from = way.place.after;
            this.#ears.told(event, id);
            this.#say(from, event);
          },
        });
      }, this.#over);
      return end;
    } finally {
      tabs.say(end);
    }
  }

  #say(from: string | undefined, event?: LiveEvent): void {
    const isAlive = this.#isOpen && !!this.#own?.isFresh;
    this.tabs.say({ from, to: this.way.place.after, event, isAlive });
  }

  async #hear(said: Said): Promise<void> {
    if (this.#leading || this.#over.aborted || said === 'who') return;
    if (typeof said === 'string') return this.#finish(said);
    this.#wait(QUIET, () => this.#ask());
    this.tabs.wasTaken = false;
    if (!said.isAlive) {
      if (Date.now() - this.#aliveAt > PATIENCE) this.#take();
      return;
    }
    this.#aliveAt = Date.now();
    const { place, person, token } = this.way;
    // What is told in another tab is only for the person who is signed in there.
    const isTheirs = await isSignedIn(this.transport, this.identity, person, token);
    if (!isTheirs) return this.#finish('ended');
    if (this.#leading || this.#over.aborted) return;
    this.#ears.opened();
    this.#ears.alive();
    const { from, to, event } = said;
    if (place.after && place.after === from) this.#ears.told(event, to);
    // Not in step: this tab is ahead of one that has just taken over, or has missed something.
    else if (!to || !place.has(to)) this.#ears.told({ type: 'reset' }, to);
  }

  #wait(milliseconds: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, milliseconds);
  }
}
