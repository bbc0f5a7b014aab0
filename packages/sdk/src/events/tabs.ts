import type { Identity } from '../outbox/identity.js';
import type { Transport } from '../transport.js';
import type { End, Way } from './connection.js';
import type { LiveEvent } from './live-event.js';
import { SharedConnection } from './shared.js';

/** What the tab says that holds the connection: how far it is, and the event by which it has come there. */
export interface Step {
  /** Id of the last event before it. */
  from: string | undefined;
  to: string | undefined;
  event?: LiveEvent | undefined;
  /** Whether it has a connection over which something came lately. */
  isAlive: boolean;
}

/** What one tab says to the others: `who` asks whether somebody holds the connection. There is never a token in it. */
export type Said = 'who' | Step | End;

/** The tabs of one origin in which the same person uses the same backend. One of them holds the connection. */
export class Tabs {
  /** What is said by others is for whoever reads now. */
  hear: ((said: Said) => void) | undefined;
  /** Another tab took the connection from this one, and was not heard since: perhaps they cannot hear each other. */
  wasTaken = false;
  #channel: BroadcastChannel | undefined;

  private constructor(
    private readonly name: string,
    private readonly locks: LockManager,
    alive: () => void,
  ) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<Said>) => {
      if (this.hear) this.hear(data);
      else if ((data as Step).isAlive) alive();
    };
  }

  /**
   * Finds them; nothing where a tab is on its own: on plain http, outside browsers, and where a page gets no site data.
   *
   * @param alive called when another tab has a connection while nobody reads here.
   */
  static async of(baseUrl: string, person: string, alive: () => void): Promise<Tabs | undefined> {
    try {
      const { locks } = navigator;
      // Every script of the origin sees the name: nothing in it says who it is.
      const whose = new TextEncoder().encode(JSON.stringify([baseUrl, person]));
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', whose));
      return locks && new Tabs(`heed-events:1:${hash.join('.')}`, locks, alive);
    } catch {
      return undefined;
    }
  }

  /** The connection that this tab has with them. */
  connection(transport: Transport, identity: Identity, way: Way): SharedConnection {
    return new SharedConnection(transport, identity, way, this);
  }

  /** Says something to the others. */
  say(said: Said): void {
    this.#channel?.postMessage(said);
  }

  /**
   * Works once no other tab holds the connection, or takes it from one that does not answer. Rejects when it is taken from
   * this one, when the signal aborts, and where the browser gives no locks.
   */
  async hold(how: LockOptions, work: () => Promise<void>): Promise<void> {
    await this.locks.request(this.name, how, work);
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}
