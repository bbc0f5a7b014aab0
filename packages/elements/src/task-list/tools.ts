import type { Client } from '@heed/sdk';
import type { LitElement } from 'lit';
import type { Session } from '../session.js';
import type { Asking } from './asking/asking.js';
import type { Texts } from './texts.js';
import type { Words } from './task-list.strings.js';

/** Milliseconds after which it is asked again, where it could not be. */
const patience = 5000;

/** What whoever asks others needs of what is around it. */
export interface Around {
  readonly client: Client;
  readonly session: Session;
  readonly words: Words;
  /** BCP 47, of the page. */
  readonly language: string;
  /** For the tasks that the person asks: one task may be open there and among their own. */
  readonly texts: () => Texts;
}

/** What of the list is loaded only for those who may ask others. */
export class Tools {
  asking: Asking | undefined;
  #isAsked = false;
  /** Counts the loads: what comes late is for somebody else. */
  #turn = 0;

  constructor(private readonly host: LitElement) {}

  /** The page speaks another language, or somebody else is signed in. */
  forget(): void {
    this.asking?.close();
    this.asking = undefined;
    this.#isAsked = false;
    this.#turn += 1;
  }

  /** Brings it up to date; loads it, once it is known that the person may ask others. */
  async refresh(around: Around): Promise<void> {
    if (this.asking) return this.asking.refresh();
    if (this.#isAsked) return;
    this.#isAsked = true;
    const turn = ++this.#turn;
    try {
      if (!(await mayAsk(around))) return;
      const { openAsking } = await import('./asking/asking.js');
      const asking = await openAsking(this.host, around);
      if (turn !== this.#turn) return asking.close();
      this.asking = asking;
      this.host.requestUpdate();
    } catch {
      setTimeout(() => (this.#isAsked = false), patience);
    }
  }
}

/** Whether the person asks others something, or may. */
async function mayAsk({ client, session }: Around): Promise<boolean> {
  if (session.me?.roles.length) return true;
  const { items } = await client.tasks.list.page({ of: 'by-me', limit: 1 });
  if (items.length) return true;
  if (!session.offers('comms')) return false;
  for await (const { mayAnnounce } of client.channels.list()) if (mayAnnounce) return true;
  return false;
}
