import type { Catalogue } from '../catalogue.js';
import { openSince, type OpenChannel } from '../channels/open.js';
import { standing } from '../channels/rules.js';
import { holds, overseers, type Caller } from '../identity/caller.js';
import { isOpen } from '../messages/rules.js';
import type { ToldTask } from './told-tasks.js';
import { eventBytes, type Told, type ToldMessage } from './told.js';

/** Where the bytes of a stream go: a socket, or the body of an answer. */
export interface Sink {
  write(bytes: Uint8Array): void;
  /** Bytes that were written and have not gone yet. */
  waiting(): number;
  /** Ends it in good order. */
  end(): void;
  /** Breaks it off. */
  cut(): void;
}

/** Bytes that may wait for a slow client; beyond these it is cut off, and resumes when it can. */
const mostWaiting = 1_000_000;
/** Milliseconds between two signs of life. */
const heartbeat = 10_000;

const alive = Buffer.from(': still here\n\n');

/** The stream of one person. */
export class EventStream {
  #open: ReadonlyMap<string, Pick<OpenChannel, 'since'>> | undefined;
  #wroteAt = 0;

  /**
   * @param place number of entries of the log up to which everything was told; undefined before anything was.
   */
  constructor(
    public caller: Caller,
    readonly sink: Sink,
    public place: number | undefined,
  ) {}

  /** Whether what is open to the person has been looked at. */
  get isKnown(): boolean {
    return this.#open !== undefined;
  }

  /** Looks again at what is open to the person. */
  look(catalogue: Catalogue, entered: ReadonlyMap<string, string>): void {
    const standings = catalogue.channels.flatMap(
      (channel) => standing(catalogue, this.caller, channel) ?? [],
    );
    this.#open = new Map(
      openSince(standings, entered).map(({ channel, since }) => [channel.id, { since }]),
    );
  }

  /** Tells what is open to the person and came after their place. */
  tell(told: readonly Told[], upTo: number): void {
    const after = this.place ?? upTo;
    for (const one of told) {
      const place = 'channel' in one ? this.#placeOf(one) : this.#placeOfTask(one);
      if (place > after) this.write(one.bytes);
    }
    this.place = upTo;
  }

  /** Number of entries with what the person is told; 0 when it is not open to them. */
  #placeOf(message: ToldMessage): number {
    const open = this.#open?.get(message.channel);
    return open && isOpen(open, message) ? message.place : 0;
  }

  #placeOfTask({ place, author, asked }: ToldTask): number {
    const { person } = this.caller;
    const seesAll = author === person.id || holds(this.caller, overseers);
    return seesAll ? place : (asked.get(person.id) ?? 0);
  }

  /** Asks to read again: from here on everything is told. */
  reset(place: number): void {
    this.place = place;
    this.write(eventBytes(place, 'reset', {}));
  }

  write(bytes: Uint8Array): void {
    this.#wroteAt = Date.now();
    this.sink.write(bytes);
    if (this.sink.waiting() > mostWaiting) this.sink.cut();
  }

  /** Ends where the token does, and else shows that it is still there. */
  beat(): void {
    const now = Date.now();
    if ((this.caller.expiresAt ?? Infinity) <= now) this.sink.end();
    else if (now - this.#wroteAt >= heartbeat) this.write(alive);
  }
}
