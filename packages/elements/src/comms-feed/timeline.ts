import type { Channel, Client, IsmsError, Message } from '@heed/sdk';

/** Messages that are asked for at once. */
const page = 40;
/** Messages that are held at most; what is further away is asked for again when somebody goes there. */
const most = 160;

/** The messages of a channel around the place where the person is: never all of them, however many there are. */
export class Timeline {
  /** In the order in which they were recorded. */
  messages: readonly Message[] = [];
  /** Whether there are messages before the first one here. */
  older = false;
  /** Whether there are messages after the last one here. */
  newer = false;
  loaded = false;
  error: IsmsError | undefined;
  /** Id of the first message that was new when the channel was opened. */
  mark: string | undefined;
  #busy: 'older' | 'newer' | undefined;
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

  /** Whether earlier messages are being asked for. */
  get busy(): boolean {
    return this.#busy === 'older';
  }

  /** Opens the channel where the person was last, or at its end when little or nothing is new. */
  async open(): Promise<void> {
    const { position, unread } = this.channel;
    const isFar = position && unread > page / 2;
    await (isFar ? this.around(position) : this.latest());
    if (!this.loaded || this.mark) return;
    this.mark = this.#firstNew()?.id;
    this.changed();
  }

  /** Shows the end of the channel. */
  async latest(): Promise<void> {
    await this.#replace(async () => {
      const { items, next } = await this.#page({});
      return { messages: items.reverse(), older: !!next, newer: false };
    });
  }

  /** Shows a message with what is before and after it; the end where it is not open any more. */
  async around(id: string): Promise<void> {
    await this.#replace(async () => {
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
        const { items, next } = await this.#page({});
        return { messages: items.reverse(), older: !!next, newer: false };
      }
    });
  }

  /** Asks for what is before the first message, and lets go of what is far after it. */
  async back(): Promise<void> {
    const first = this.messages[0];
    if (!first || !this.older || this.#busy || this.#isAsking) return;
    await this.#extend('older', async () => {
      const { items, next } = await this.#page({ before: first.id });
      return () => {
        const messages = [...items.reverse(), ...this.messages];
        this.older = !!next;
        this.newer ||= messages.length > most;
        this.messages = messages.slice(0, most);
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
        this.newer = !!next || this.#missed;
        this.#hold([...this.messages, ...items]);
      };
    });
  }

  /** Asks again for what is here, and for what came since. */
  async refresh(): Promise<void> {
    const first = this.messages[0];
    if (!this.loaded || !first) return this.open();
    await this.#replace(async () => {
      const [here, { items, next }] = await Promise.all([
        this.client.messages.read({ message: first.id }),
        this.#page({ after: first.id, limit: 200 }),
      ]);
      // What comes from this device is older than what is shown.
      const { older, newer } = this;
      if (this.client.device.asOf) return { messages: this.messages, older, newer };
      const isLong = items.length > most;
      // Where the person is stays here: the end is cut off when much came.
      const messages = [here, ...items].slice(0, most);
      return { messages, older: this.older, newer: !!next || isLong };
    });
  }

  /** Takes a message as it is now. Returns whether it is one that has come. */
  take(message: Message): boolean {
    const { messages } = this;
    if (this.#isAsking) this.#meanwhile.push(message);
    const at = messages.findIndex(({ id }) => id === message.id);
    if (at >= 0) {
      // What is told to everybody does not say what this person did.
      const { doneAt, reacted } = messages[at]!;
      const own = { ...(doneAt && { doneAt }), ...(reacted && { reacted }) };
      const now = { ...(!message.withdrawnAt && own), ...message };
      this.messages = messages.with(at, now);
      this.changed();
      return false;
    }
    if (!this.loaded) return false;
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

  #firstNew(): Message | undefined {
    const { position, unread } = this.channel;
    if (!unread) return undefined;
    const at = this.messages.findIndex(({ id }) => id === position);
    if (at >= 0) return this.messages.slice(at + 1).find((one) => this.isNew(one));
    return this.messages.filter((one) => this.isNew(one)).at(-unread);
  }

  /** Lets go of what is far before the end. */
  #hold(messages: readonly Message[]): void {
    this.older ||= messages.length > most;
    this.messages = messages.slice(-most);
  }

  #page(asked: { before?: string; after?: string; limit?: number }) {
    return this.client.messages.list.page({ channel: this.channel.id, limit: page, ...asked });
  }

  async #replace(ask: () => Promise<Pick<Timeline, 'older' | 'newer' | 'messages'>>) {
    const turn = ++this.#turn;
    this.#missed = false;
    this.#busy = undefined;
    this.#isAsking = true;
    try {
      const got = await ask();
      if (turn !== this.#turn) return;
      Object.assign(this, got, { loaded: true, error: undefined });
    } catch (error) {
      if (turn !== this.#turn) return;
      this.error = error as IsmsError;
    }
    this.#isAsking = false;
    for (const message of this.#meanwhile.splice(0)) this.take(message);
    this.changed();
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
    this.#busy = undefined;
    this.changed();
  }
}
