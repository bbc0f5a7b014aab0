import type { Client, Message } from '@heed/sdk';
import type { LitElement, TemplateResult } from 'lit';
import type { AttachedFiles } from './attached/attached.js';
import type { Around, Composing } from './composing/composing.js';
import type { Around as Looking } from './finding/finding.js';
import type { Reacting } from './reacting/reacting.js';

/** Milliseconds after which code that could not be loaded is asked for again. */
const patience = 5000;

/** What of a feed is loaded once there is something to see, or when somebody asks for it. */
export class Tools {
  /** What people write with. */
  composing: Composing | undefined;
  /** What people react with. */
  reacting: Reacting | undefined;
  #isAsked = false;
  #files: AttachedFiles | 'loading' | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly client: Client,
    private readonly around: Omit<Around, 'client' | 'language'>,
  ) {}

  /** The page speaks another language. */
  forget(): void {
    this.composing = this.reacting = this.#files = undefined;
    this.#isAsked = false;
  }

  /** Loads what people write with, once it is known who they are. */
  async compose(language: string): Promise<void> {
    const { host, client, around } = this;
    if (this.#isAsked || !around.person()) return;
    this.#isAsked = true;
    try {
      const [{ openComposing }, { openReacting }] = await Promise.all([
        import('./composing/composing.js'),
        import('./reacting/reacting.js'),
      ]);
      const take = (message: Message): void => around.take(message, false);
      [this.composing, this.reacting] = await Promise.all([
        openComposing(host, { ...around, client, language }),
        openReacting(host, language, { client, take }),
      ]);
      host.requestUpdate();
    } catch {
      // Without its code people read.
      setTimeout(() => (this.#isAsked = false), patience);
    }
  }

  /** Opens a search in a channel. */
  find(around: Omit<Looking, 'client'>): void {
    import('./finding/finding.js')
      .then(({ openFinding }) => openFinding(this.host, { ...around, client: this.client }))
      .catch(() => undefined);
  }

  /** The files of a message, once what they are shown with is loaded. */
  files({ attachments }: Message, language: string): TemplateResult | undefined {
    if (!attachments) return undefined;
    if (typeof this.#files === 'object') return this.#files.render(attachments);
    if (!this.#files) void this.#learn(language);
    return undefined;
  }

  async #learn(language: string): Promise<void> {
    const { host, client } = this;
    this.#files = 'loading';
    try {
      const { openAttached } = await import('./attached/attached.js');
      this.#files = await openAttached(host, client, language);
      host.requestUpdate();
    } catch {
      setTimeout(() => (this.#files = undefined), patience);
    }
  }

  /** Opens the list of who has done what an alert asks. */
  who(alert: Message, language: string, dates: string): void {
    import('./asked/asked.js')
      .then(({ openAsked }) => openAsked(this.host, this.client, alert, language, dates))
      .catch(() => undefined);
  }
}
