import type { Channel, Client, IsmsError, Message } from '@heed/sdk';

/** The channels that are open to the person, the one with the newest message first. */
export class Channels {
  all: readonly Channel[] | undefined;
  error: IsmsError | undefined;
  #asked = 0;

  constructor(
    private readonly client: Client,
    private readonly changed: () => void,
  ) {}

  /** One of them. */
  find(id: string | undefined): Channel | undefined {
    return this.all?.find((one) => one.id === id);
  }

  /** Asks for all of them, or for one. */
  async load(only?: string): Promise<void> {
    const asked = ++this.#asked;
    try {
      const all: Channel[] = [];
      if (only) all.push(await this.client.channels.read({ channel: only }));
      else for await (const one of this.client.channels.list({ limit: 200 })) all.push(one);
      if (asked !== this.#asked) return;
      this.all = all.sort(latestFirst);
      this.error = undefined;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.error = error as IsmsError;
    }
    this.changed();
  }

  /** Counts a message that has come, as the backend does. */
  take({ channel, thread, author, postedAt }: Message, me: string | undefined): void {
    const at = this.find(channel);
    if (!at || thread || (at.latestAt ?? '') >= postedAt) return;
    const isNew = !!author.id && author.id !== me;
    this.#put({ ...at, latestAt: postedAt, unread: Math.min(100, at.unread + Number(isNew)) });
  }

  /** Takes where the person is in a channel. */
  place(channel: string, position: string, unread: number): void {
    const at = this.find(channel);
    if (at) this.#put({ ...at, position, unread });
  }

  #put(channel: Channel): void {
    this.all = this.all!.map((one) => (one.id === channel.id ? channel : one)).sort(latestFirst);
    this.changed();
  }
}

const latestFirst = (a: Channel, b: Channel): number =>
  (b.latestAt ?? '').localeCompare(a.latestAt ?? '') || a.title.localeCompare(b.title);
