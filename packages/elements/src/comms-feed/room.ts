import type { Channel, Client, Message } from '@heed/sdk';
import type { LitElement } from 'lit';
import { Place } from './place.js';
import { Sight } from './sight.js';
import { Threads } from './threads.js';
import { Timeline } from './timeline.js';

/** Screens of messages that are kept ready on either side. */
const ahead = 1.5;

/** What a room says to the element around it. */
export interface Around {
  /** Id of the message to begin at. */
  at: string | undefined;
  me(): string | undefined;
  /** How much is new to the person in the channel. */
  unread(): number;
  /** A message of somebody else has come. */
  came(message: Message): void;
  /** Up to where the channel was on the screen. */
  placed(message: string, unread: number): void;
}

/** One open channel: its messages, its threads, and where the person is in it. */
export class Room {
  readonly timeline: Timeline;
  readonly threads: Threads;
  readonly place: Place;
  /** Id of the message that the keyboard comes to. */
  current: string | undefined;
  /** New messages below what is on the screen. */
  below = 0;
  /** The person went past what is new. */
  isPast = false;
  readonly #sight: Sight;
  #position: string | undefined;
  #isOpening = false;
  /** All is to be asked for again, once it is open where it is to open. */
  #isStale = false;

  constructor(
    private readonly host: LitElement,
    private readonly client: Client,
    readonly channel: Channel,
    private readonly around: Around,
  ) {
    const changed = (): void => host.requestUpdate();
    this.timeline = new Timeline(client, channel, around.me, changed);
    this.threads = new Threads(client, channel.id, changed);
    this.place = new Place(() => host.renderRoot.querySelector<HTMLElement>('.messages'));
    this.#position = channel.position;
    this.#sight = new Sight(
      () => this.place.lastShown,
      (message) => void this.#record(message),
    );
    void this.#open();
  }

  /** The room is left. */
  close(): void {
    this.#sight.close();
  }

  /** Asks again for what is shown. */
  refresh(): void {
    if (this.#isOpening) this.#isStale = true;
    else if (this.timeline.loaded) void this.timeline.refresh();
    else void this.#open();
    this.threads.refresh();
  }

  /** Takes a message of this channel as it is now. */
  take(message: Message): void {
    const isNew = message.thread ? this.threads.take(message) : this.timeline.take(message);
    if (isNew && this.timeline.isNew(message)) this.around.came(message);
  }

  /** The place of the person is another one. */
  moved(): void {
    const { timeline, place } = this;
    if (!timeline.loaded) return;
    const wasAtEnd = place.isAtEnd;
    place.note(timeline.newer);
    const { before, after } = place.room;
    if (before < ahead) void timeline.back();
    if (after < ahead) void timeline.on();
    const below = this.#below();
    if (wasAtEnd !== place.isAtEnd || below !== this.below) this.host.requestUpdate();
    this.below = below;
    this.#sight.look();
  }

  #below(): number {
    const { messages, newer } = this.timeline;
    if (newer) return this.around.unread();
    const at = (id: string | undefined): number => messages.findIndex((one) => one.id === id);
    const after = Math.max(at(this.place.lastShown), at(this.#position));
    return messages.slice(after + 1).filter((one) => this.timeline.isNew(one)).length;
  }

  /** Goes to the end of the channel. */
  async toEnd(focus: boolean): Promise<void> {
    this.isPast = true;
    this.place.go(undefined, focus);
    if (this.timeline.newer) await this.timeline.latest();
    else this.host.requestUpdate();
  }

  /** Goes to a message, wherever in the channel it is. */
  async to(message: string): Promise<void> {
    this.place.go(message, true);
    if (this.timeline.messages.some(({ id }) => id === message)) this.host.requestUpdate();
    else await this.timeline.around(message);
  }

  /** Goes to what was new when the channel was opened. */
  async toMark(): Promise<void> {
    const { mark } = this.timeline;
    if (!mark) return;
    this.isPast = false;
    await this.to(mark);
  }

  /** Goes to a message: to a reply where its thread begins, with the thread open. */
  async show({ id, thread = id }: Message): Promise<void> {
    this.isPast = false;
    this.place.go(thread, true);
    if (thread !== id && !this.threads.of(thread)) this.threads.toggle(thread);
    if (this.timeline.messages.some((one) => one.id === thread)) this.host.requestUpdate();
    else await this.timeline.around(thread);
  }

  /** Moves between messages by keyboard. */
  step(key: string, from: HTMLElement): boolean {
    const { articles } = this.place;
    const at = articles.indexOf(from);
    const to =
      key === 'PageDown'
        ? articles[at + 1]
        : key === 'PageUp'
          ? articles[at - 1]
          : key === 'Home'
            ? articles[0]
            : undefined;
    if (key === 'End') void this.toEnd(true);
    else if (to) to.focus();
    else return false;
    to?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  async #open(): Promise<void> {
    const { at } = this.around;
    this.#isOpening = true;
    this.#isStale = false;
    await (at ? this.timeline.around(at) : this.timeline.open());
    this.#isOpening = false;
    const { mark, messages } = this.timeline;
    const isThere = at && messages.some(({ id }) => id === at);
    this.place.go(isThere ? at : mark);
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.moved();
    if (this.#isStale) this.refresh();
  }

  async #record(message: string): Promise<void> {
    const ids = this.timeline.messages.map(({ id }) => id);
    const at = this.#position ? ids.indexOf(this.#position) : -1;
    if (message === this.#position || ids.indexOf(message) < at) return;
    const before = this.#position;
    this.#position = message;
    try {
      const { unread } = await this.client.positions.record({
        channel: this.channel.id,
        message,
      });
      this.around.placed(message, unread);
    } catch {
      // The next look says it again.
      this.#position = before;
    }
  }
}
