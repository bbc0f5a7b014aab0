import type { Channel, Client, IsmsError, Message } from '@heed/sdk';

/** Messages that are asked for at once. */
const page = 40;
/** Messages that are held at most; what is further away is asked for again when somebody goes there. */
const most = 160;
/** Messages that are drawn in one frame: more would be felt by whoever scrolls. */
const slice = 4;
/** Messages that are drawn first on either side of the place. */
const screen = 8;

/** The next frame; a page that nobody sees has none until somebody does. */
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** What there is, and whether there is more of it on either side. */
interface Part {
  messages: readonly Message[];
  older: boolean;
  newer: boolean;
}

/** What is told to everybody does not say what this person did. */
const changed = ({ doneAt, reacted }: Message, now: Message): Message => ({
  ...(doneAt && !now.withdrawnAt && { doneAt }),
  ...(reacted && !now.withdrawnAt && { reacted }),
  ...now,
});

/** The messages of a channel around the place where the person is: never all of them, however many there are. */
export class Timeline {
  /** In the order in which they were recorded. */
  messages: readonly Message[] = [];
  loaded = false;
  error: IsmsError | undefined;
  /** Id of the first message that was new when the channel was opened. */
  mark: string | undefined;
  /** What is here already, and drawn in the next frames. */
  #before: Message[] = [];
  #after: Message[] = [];
  #older = false;
  #newer = false;
  #busy: 'older' | 'newer' | 'filling' | undefined;
  /** Counts what replaces the messages, so that a late answer about others is not taken. */
  #turn = 0;
  /** Something came while it could not be placed. */
  #missed = false;
  /** What came while all is asked for: the answer may be older. */
  #meanwhile: Message[] = [];
  #isAsking = false;

  constructor(
    private readonly client: Client,
    private readonly channel: Channel,
    private readonly me: () => string | undefined,
    private readonly changed: () => void,
  ) {}

  /** Whether there are messages before the first one here. */
  get older(): boolean {
    return this.#older || this.#before.length > 0;
  }

  /** Whether there are messages after the last one here. */
  get newer(): boolean {
    return this.#newer || this.#after.length > 0;
  }

  /** Whether earlier messages are being asked for. */
  get busy(): boolean {
    return this.#busy === 'older';
  }

  /** Opens the channel where the person was last, or at its end when little or nothing is new. */
  async open(): Promise<void> {
    const { position, unread } = this.channel;
    const isFar = position && unread > page / 2;
    await (isFar ? this.around(position, true) : this.#replace(() => this.#end(), undefined, true));
  }

  /** Shows the end of the channel. */
  async latest(): Promise<void> {
    await this.#replace(() => this.#end());
  }

  /** Shows a message with what is before and after it; the end where it is not open any more. */
  async around(id: string, isOpening = false): Promise<void> {
    await this.#replace(
      async () => {
        try {
          const [before, here, after] = await Promise.all([
            this.#page({ before: id }),
            this.client.messages.read({ message: id }),
            this.#page({ after: id }),
          ]);
          const messages = [...before.items.reverse(), here, ...after.items];
          return { messages, older: !!before.next, newer: !!after.next };
        } catch (error) {
          if ((error as { status?: number }).status !== 404) throw error;
          return this.#end();
        }
      },
      id,
      isOpening,
    );
  }

  /** Asks for what is before the first message, and lets go of what is far after it. */
  async back(): Promise<void> {
    const first = this.messages[0];
    if (!first || !this.older || this.#busy || this.#isAsking) return;
    await this.#extend('older', async () => {
      const { items, next } = await this.#page({ before: first.id });
      return () => {
        this.#older = !!next;
        this.#before = items.reverse();
      };
    });
  }

  /** Asks for what is after the last message, and lets go of what is far before it. */
  async on(): Promise<void> {
    const last = this.messages.at(-1);
    if (!last || !this.newer || this.#busy || this.#isAsking) return;
    this.#missed = false;
    await this.#extend('newer', async () => {
      const { items, next } = await this.#page({ after: last.id });
      return () => {
        this.#newer = !!next || this.#missed;
        this.#after = items;
      };
    });
  }

  /** Asks again for what is here, and for what came since. */
  async refresh(): Promise<void> {
    const [first] = this.#all.messages;
    if (!this.loaded || !first) return this.open();
    await this.#replace(async () => {
      const [here, { items, next }] = await Promise.all([
        this.client.messages.read({ message: first.id }),
        this.#page({ after: first.id, limit: 200 }),
      ]);
      // What comes from this device is older than what is shown.
      if (this.client.device.asOf) return this.#all;
      const isLong = items.length > most;
      // Where the person is stays here: the end is cut off when much came.
      const messages = [here, ...items].slice(0, most);
      const { older } = this;
      return { messages, older, newer: !!next || isLong };
    }, 'drawn');
  }

  /** Takes a message as it is now. Returns whether it is one that has come. */
  take(message: Message): boolean {
    const { messages } = this;
    if (this.#isAsking) this.#meanwhile.push(message);
    const at = messages.findIndex(({ id }) => id === message.id);
    if (at >= 0) {
      this.messages = messages.with(at, changed(messages[at]!, message));
      this.changed();
      return false;
    }
    if (!this.loaded || this.#isBeside(message)) return false;
    const first = messages[0];
    if (first && message.postedAt < first.postedAt) return false;
    if (this.newer) {
      this.#missed = true;
      return message.postedAt >= messages.at(-1)!.postedAt;
    }
    const before = messages.findLastIndex(({ postedAt }) => postedAt <= message.postedAt);
    this.#hold(messages.toSpliced(before + 1, 0, message));
    this.changed();
    return true;
  }

  /** Whether a message counts as new to this person. */
  isNew({ author, withdrawnAt }: Message): boolean {
    return !!author.id && author.id !== this.me() && !withdrawnAt;
  }

  #firstNew(messages: readonly Message[]): Message | undefined {
    const { position, unread } = this.channel;
    if (!unread) return undefined;
    const at = messages.findIndex(({ id }) => id === position);
    if (at >= 0) return messages.slice(at + 1).find((one) => this.isNew(one));
    return messages.filter((one) => this.isNew(one)).at(-unread);
  }

  /** Takes a message that is here and was not drawn yet. */
  #isBeside(message: Message): boolean {
    for (const part of [this.#before, this.#after]) {
      const at = part.findIndex(({ id }) => id === message.id);
      if (at < 0) continue;
      part[at] = changed(part[at]!, message);
      return true;
    }
    return false;
  }

  /** Everything that is here, drawn or not. */
  get #all(): Part {
    const messages = [...this.#before, ...this.messages, ...this.#after];
    return { messages, older: this.#older, newer: this.#newer };
  }

  /** Lets go of what is far before the end. */
  #hold(messages: readonly Message[]): void {
    this.messages = messages.slice(-most);
    if (messages.length <= most) return;
    this.#older = true;
    this.#before = [];
  }

  async #end(): Promise<Part> {
    const { items, next } = await this.#page({});
    return { messages: items.reverse(), older: !!next, newer: false };
  }

  #page(asked: { before?: string; after?: string; limit?: number }) {
    return this.client.messages.list.page({ channel: this.channel.id, limit: page, ...asked });
  }

  /** Shows other messages: at first the ones around one of them, else around the first new one or at the end. */
  async #replace(ask: () => Promise<Part>, around?: string, isOpening = false): Promise<void> {
    const turn = ++this.#turn;
    this.#missed = false;
    this.#busy = undefined;
    this.#isAsking = true;
    try {
      const got = await ask();
      if (turn !== this.#turn) return;
      if (isOpening) this.mark ??= this.#firstNew(got.messages)?.id;
      this.#show(got, around);
      this.loaded = true;
      this.error = undefined;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.error = error as IsmsError;
    }
    this.#isAsking = false;
    for (const message of this.#meanwhile.splice(0)) this.take(message);
    this.changed();
    void this.#fill('filling', turn);
  }

  #show({ messages, older, newer }: Part, around: string | undefined): void {
    const find = (id: string | undefined): number => messages.findIndex((one) => one.id === id);
    const place = find(around ?? this.mark);
    const at = place < 0 ? messages.length : place;
    const [from, to] =
      around === 'drawn'
        ? [find(this.messages[0]?.id), find(this.messages.at(-1)?.id) + 1 || messages.length]
        : [at - screen, at + 2 * screen];
    this.messages = messages.slice(Math.max(from, 0), to);
    this.#before = messages.slice(0, Math.max(from, 0));
    this.#after = messages.slice(to);
    this.#older = older;
    this.#newer = newer;
  }

  /** Draws what is here, some of it in each frame. */
  async #fill(why: 'older' | 'newer' | 'filling', turn: number): Promise<void> {
    while (this.#before.length + this.#after.length > 0) {
      this.#busy = why;
      await frame();
      if (turn !== this.#turn) return;
      if (this.#after.length) this.#hold([...this.messages, ...this.#after.splice(0, slice)]);
      else {
        const messages = [...this.#before.splice(-slice), ...this.messages];
        this.#newer ||= messages.length > most;
        this.messages = messages.slice(0, most);
      }
      const isAll = this.#before.length + this.#after.length === 0;
      if (isAll) this.#busy = undefined;
      // What came meanwhile comes after what was not drawn yet.
      if (isAll && this.#missed) this.#newer = true;
      this.changed();
    }
  }

  async #extend(where: 'older' | 'newer', ask: () => Promise<() => void>): Promise<void> {
    const turn = ++this.#turn;
    this.#busy = where;
    this.changed();
    try {
      const apply = await ask();
      if (turn !== this.#turn) return;
      apply();
      this.error = undefined;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.error = error as IsmsError;
    }
    await this.#fill(where, turn);
    if (turn !== this.#turn) return;
    this.#busy = undefined;
    this.changed();
  }
}
