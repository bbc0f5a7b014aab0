import type { Shape } from '@heed/contract/wire';
import type { Identity } from '../outbox/identity.js';
import type { Transport } from '../transport.js';
import type { LiveEvent } from './live-event.js';
import { open } from './opening.js';
import type { Place } from './place.js';
import { isSignedIn } from './signed-in.js';
import { readEvents } from './told.js';

/** Milliseconds until the answer has begun. */
const ANSWER = 15_000;
/** Milliseconds without anything after which a connection counts as dead: two heartbeats and a little. */
const SILENCE = 35_000;
/** The same for a page that comes back: one heartbeat, and its way. */
const SILENCE_AFTER_SLEEP = 20_000;
/** Milliseconds after which it is looked again who is signed in. */
const LOOK_AGAIN = 10_000;

/** Where a connection goes, and for whom. */
export interface Way {
  url: string;
  /** Of a message. */
  shape: Shape;
  token: string | undefined;
  /** Id of the person whose token it is. */
  person: string;
  /** It goes on from here. */
  place: Place;
  /** Ends it when it is no longer wanted. */
  signal: AbortSignal;
}

/** How it ended: with `silent` when it was opened and nothing ever came. */
export type End = 'ended' | 'silent';

/** What is told of a connection while it lasts. */
export interface Ears {
  /** The answer has begun. */
  opened(): void;
  /** Something came, be it no more than a comment. */
  alive(): void;
  told(event: LiveEvent | undefined, id: string | undefined): void;
}

/** One connection, from its opening to its end. */
export class Connection {
  #cut = new AbortController();
  #heardAt = Date.now();
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly transport: Transport,
    private readonly identity: Identity,
    private readonly way: Way,
  ) {}

  /**
   * Resolves when it ends, or is cut because nothing comes any more or somebody else has signed in.
   *
   * @throws IsmsError when it cannot be opened, or breaks.
   */
  async read({ opened, alive, told }: Ears): Promise<End> {
    const { url, shape, token, place, signal } = this.way;
    const either = AbortSignal.any([signal, this.#cut.signal]);
    let isOpen = false;
    let isSilent = true;
    this.#watch(ANSWER);
    try {
      const body = await open(this.transport, { url, token, after: place.after, signal: either });
      isOpen = true;
      this.#watch(SILENCE);
      opened();
      let lookedAt = Date.now();
      await readEvents(
        body,
        shape,
        either,
        () => {
          isSilent = false;
          this.#watch(SILENCE);
          alive();
          if (Date.now() - lookedAt < LOOK_AGAIN) return;
          lookedAt = Date.now();
          void this.#lookAgain();
        },
        // What comes after somebody else has signed in is not for them.
        (event, id) => either.aborted || told(event, id),
      );
    } catch (error) {
      if (!isOpen || !this.#cut.signal.aborted) throw error;
    } finally {
      clearTimeout(this.#silence);
    }
    return isSilent && this.#cut.signal.aborted ? 'silent' : 'ended';
  }

  /** Whether something came, or it was begun, no longer ago than one heartbeat. */
  get isFresh(): boolean {
    return Date.now() - this.#heardAt < SILENCE_AFTER_SLEEP;
  }

  /** The page or the network is back: the connection may be dead without saying so. */
  comeBack(): void {
    if (!this.isFresh) this.cut();
    else void this.#lookAgain();
  }

  /** Ends it. */
  cut(): void {
    this.#cut.abort();
  }

  #watch(milliseconds: number): void {
    this.#heardAt = Date.now();
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.cut(), milliseconds);
  }

  /** The stream is that of one person. */
  async #lookAgain(): Promise<void> {
    const { token, person } = this.way;
    if (!(await isSignedIn(this.transport, this.identity, person, token))) this.cut();
  }
}
