import type { Client, Message } from '@heed/sdk';

/** Replies that are asked for at once. */
const page = 100;

/** The replies to one message, while they are open. */
export interface Thread {
  /** Oldest first. */
  replies: readonly Message[];
  state: 'loading' | 'failed' | 'ready';
  /** Where the next page begins. */
  next?: string | undefined;
  /** What came while replies are asked for: the answer may be older. */
  meanwhile?: Message[] | undefined;
}

/** The threads that are open in a channel. */
export class Threads {
  readonly #open = new Map<string, Thread>();

  constructor(
    private readonly client: Client,
    private readonly channel: string,
    private readonly changed: () => void,
  ) {}

  /** The thread of a message, while it is open. */
  of(message: string): Thread | undefined {
    return this.#open.get(message);
  }

  /** Opens the thread of a message, or closes it. */
  toggle(message: string): void {
    if (!this.#open.delete(message)) void this.load(message);
    this.changed();
  }

  /** Asks for replies: the first ones, or those that follow on what is there. */
  async load(message: string): Promise<void> {
    const thread = this.of(message) ?? { replies: [], state: 'loading' };
    this.#open.set(message, thread);
    thread.state = 'loading';
    const meanwhile: Message[] = (thread.meanwhile = []);
    this.changed();
    const answer = await this.client.messages.list
      .page({
        ...{ channel: this.channel, thread: message, limit: page },
        ...(thread.next && { cursor: thread.next }),
      })
      .catch(() => undefined);
    // Asked for again meanwhile, it comes with that answer.
    if (thread.meanwhile !== meanwhile) return;
    thread.meanwhile = undefined;
    thread.state = answer ? 'ready' : 'failed';
    if (answer) {
      const known = new Set(answer.items.map(({ id }) => id));
      const others = thread.next ? thread.replies.filter(({ id }) => !known.has(id)) : [];
      thread.replies = [...others, ...answer.items];
      thread.next = answer.next;
      for (const reply of meanwhile) this.take(reply);
    }
    this.changed();
  }

  /** Asks again for every thread that is open. */
  refresh(): void {
    for (const [message, thread] of this.#open) {
      delete thread.next;
      void this.load(message);
    }
  }

  /** Takes a reply as it is now. Returns whether it is one that has come, in a thread that is open. */
  take(reply: Message): boolean {
    const thread = this.#open.get(reply.thread!);
    if (!thread) return false;
    thread.meanwhile?.push(reply);
    const at = thread.replies.findIndex(({ id }) => id === reply.id);
    // What comes after the pages that are here comes with them.
    if (at < 0 && thread.next) return false;
    // What is told to everybody does not say what this person said.
    const { reacted } = thread.replies[at] ?? {};
    const now = { ...(reacted && { reacted }), ...reply };
    thread.replies = at < 0 ? [...thread.replies, now] : thread.replies.with(at, now);
    this.changed();
    return at < 0;
  }
}
