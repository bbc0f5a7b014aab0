import type { Client, Message } from '@heed/sdk';

/** Messages of a channel that are pinned at most. */
const most = 5;

/** What is pinned to the top of one channel, as it is now. */
export class Pinned {
  /** Newest first. */
  messages: readonly Message[] = [];

  constructor(
    private readonly client: Client,
    readonly channel: string,
    private readonly changed: () => void,
  ) {}

  /** Asks what is pinned. What cannot be asked for now comes with the next look. */
  async load(): Promise<void> {
    try {
      const { channel } = this;
      const asked = { channel, pinned: 'true', limit: most } as const;
      this.messages = (await this.client.messages.list.page(asked)).items;
      this.changed();
    } catch {
      // The messages of the channel say what is wrong.
    }
  }

  /** Takes a message as it is now. */
  take(message: Message): void {
    const others = this.messages.filter(({ id }) => id !== message.id);
    const isHere = message.pinnedAt !== undefined && !message.withdrawnAt;
    if (!isHere && others.length === this.messages.length) return;
    this.messages = (isHere ? [...others, message] : others).sort((a, b) =>
      a.postedAt < b.postedAt ? 1 : -1,
    );
    this.changed();
  }
}
