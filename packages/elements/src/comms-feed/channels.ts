import type { Channel, Client, IsmsError, Message } from '@heed/sdk';

/** A channel, and what was counted of it here since it was asked for. */
interface Counted extends Channel {
  /** Ids of the messages that were posted at `latestAt`: what is changed or told again does not count again. */
  latest?: readonly string[];
}

/** The channels that are open to the person, the one with the newest message first. */
export class Channels {
  all: readonly Counted[] | undefined;
  error: IsmsError | undefined;
  /** What came while the channels are asked for: the answer may be older. */
  #meanwhile: Parameters<Channels['take']>[] | undefined;

  constructor(
    private readonly client: Client,
    private readonly changed: () => void,
  ) {}

  /** One of them. */
  find(id: string | undefined): Counted | undefined {
    return this.all?.find((one) => one.id === id);
  }

  /** Asks for all of them, or for one. */
  async load(only?: string): Promise<void> {
    const meanwhile: Parameters<Channels['take']>[] = (this.#meanwhile = []);
    const all: Channel[] = [];
    let error: IsmsError | undefined;
    try {
      if (only) all.push(await this.client.channels.read({ channel: only }));
      else for await (const one of this.client.channels.list({ limit: 200 })) all.push(one);
    } catch (thrown) {
      error = thrown as IsmsError;
    }
    if (meanwhile !== this.#meanwhile) return;
    this.#meanwhile = undefined;
    this.error = error;
    if (!error) this.all = all.sort(latestFirst);
    for (const one of meanwhile) this.take(...one);
    this.changed();
  }

  /** Counts a message that has come, as the backend does. */
  take(message: Message, me: string | undefined): void {
    const { id, channel, thread, author, postedAt } = message;
    this.#meanwhile?.push([message, me]);
    const at = this.find(channel);
    if (!at || thread) return;
    const { latestAt = '', latest } = at;
    const isSame = latestAt === postedAt;
    // What the backend has counted up to is not known by its id: it is told again more often than another in its moment.
    if (latestAt > postedAt || (isSame && (latest?.includes(id) ?? true))) return;
    const isNew = !!author.id && author.id !== me;
    const unread = Math.min(100, at.unread + Number(isNew));
    this.#put({ ...at, latestAt: postedAt, latest: isSame ? [...latest!, id] : [id], unread });
  }

  /** Takes where the person is in a channel. */
  place(channel: string, position: string, unread: number): void {
    const at = this.find(channel);
    if (at) this.#put({ ...at, position, unread });
  }

  #put(channel: Counted): void {
    this.all = this.all!.map((one) => (one.id === channel.id ? channel : one)).sort(latestFirst);
    this.changed();
  }
}

const latestFirst = (a: Channel, b: Channel): number =>
  (b.latestAt ?? '').localeCompare(a.latestAt ?? '') || a.title.localeCompare(b.title);
