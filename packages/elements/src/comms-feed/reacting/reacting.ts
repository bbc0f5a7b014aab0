import type { Client, Message, ReactionsDraft } from '@heed/sdk';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { learnTool } from '../../tool-words.js';
import type { Scene } from '../scene.js';
import { Pinned } from './pinned.js';
import { strings, type Words } from './reacting.strings.js';
import { styles } from './reacting.styles.js';

type Reaction = ReactionsDraft['reactions'][number];

/** People who have a question that are named at most; of more it is said that there are others. */
const most = 20;

/** What the element around does for whoever reacts. */
export interface Around {
  readonly client: Client;
  /** A message is another one now. */
  take(message: Message): void;
}

/** Thanks, questions and pins: what people do with a message beside answering it. */
export class Reacting {
  /** What a person has pressed and no answer tells yet, by message. */
  readonly #pressed = new Map<string, readonly string[]>();
  /** What stands in the way, by message. */
  readonly #notes = new Map<string, string>();
  /** Who has a question, in words, by message. */
  readonly #asking = new Map<string, string>();
  /** Messages that something is done with, and what came live of them meanwhile. */
  readonly #under = new Map<string, Message | undefined>();
  #pinned: Pinned | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly words: Words,
    private readonly around: Around,
  ) {}

  /** A message of any channel is another one now. */
  take(message: Message): void {
    if (this.#under.has(message.id)) this.#under.set(message.id, message);
    if (message.channel === this.#pinned?.channel) this.#pinned.take(message);
  }

  /** Asks again for what is pinned. */
  refresh(): void {
    void this.#pinned?.load();
  }

  /** What can be done with a message that was not withdrawn. */
  view(message: Message, scene: Scene): TemplateResult {
    const { words } = this;
    const { id, thread, reactions, pinnedAt } = message;
    const { channel, me } = scene;
    const mayReact = (channel.isMember || channel.mayAnnounce) && message.author.id !== me;
    const own = this.#own(message);
    const questions = reactions?.question ?? 0;
    const button = (act: string, label: string, press: () => void, pressed?: boolean) =>
      html`<button
        class="quiet"
        part="button"
        type="button"
        data-act="${act}-${id}"
        aria-pressed=${pressed ?? nothing}
        @click=${press}
      >
        <bdi>${label}</bdi>
      </button>`;
    const toggle = (reaction: Reaction) => {
      const n = reactions?.[reaction] ?? 0;
      const label = n > 0 ? `${words[reaction]} (${n})` : words[reaction];
      if (!mayReact) return n > 0 ? html`<bdi class="muted">${label}</bdi>` : nothing;
      const press = (): void => void this.#toggle(message, reaction);
      return button(reaction, label, press, own.includes(reaction));
    };
    const names = this.#asking.get(id);
    return html`${toggle('thanks')} ${toggle('question')}
      ${
        own.includes('question') && channel.mayDiscuss
          ? button('ask', words.write, () => void this.#write(message, scene))
          : nothing
      }
      ${
        channel.mayAnnounce && questions > 0
          ? button('asking', words.asking, () => void this.#ask(message))
          : nothing
      }
      ${
        channel.mayAnnounce && !thread
          ? button('pin', pinnedAt ? words.unpin : words.pin, () => void this.#pin(message))
          : nothing
      }
      ${names === undefined ? nothing : html`<div class="asking" role="status"><bdi>${names}</bdi></div>`}
      <div class="muted asking" role="status">${this.#notes.get(id)}</div>`;
  }

  /** What stands at the top of a channel. */
  pinned(scene: Scene, go: (message: string) => void): TemplateResult | typeof nothing {
    const { id } = scene.channel;
    if (this.#pinned?.channel !== id) {
      this.#pinned = new Pinned(this.around.client, id, () => this.host.requestUpdate());
      void this.#pinned.load();
    }
    const { messages } = this.#pinned;
    if (messages.length === 0) return nothing;
    return html`<details class="pinned" part="pinned">
      <summary>${this.words.pinned(messages.length)}</summary>
      <ul>
        ${messages.map(
          (one) =>
            html`<li>
              <button class="quiet" part="button" type="button" @click=${() => go(one.id)}>
                <bdi>${one.title ?? one.text.split('\n')[0]}</bdi> ·
                <bdi>${one.author.displayName}</bdi>
              </button>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #own({ id, reacted = [] }: Message): readonly string[] {
    return this.#pressed.get(id) ?? reacted;
  }

  async #toggle(message: Message, reaction: Reaction): Promise<void> {
    const { id } = message;
    if (this.#pressed.has(id)) return;
    const own = this.#own(message) as readonly Reaction[];
    const reactions = own.includes(reaction)
      ? own.filter((one) => one !== reaction)
      : [...own, reaction];
    this.#pressed.set(id, reactions);
    await this.#do(id, async () => {
      const now = await this.around.client.reactions.record({ message: id, reactions });
      return { ...now, reacted: reactions };
    });
    this.#pressed.delete(id);
    this.host.requestUpdate();
  }

  async #pin({ id, pinnedAt }: Message): Promise<void> {
    await this.#do(id, () => this.around.client.pins.record({ message: id, pinned: !pinnedAt }));
  }

  async #do(id: string, act: () => Promise<Message>): Promise<void> {
    this.#notes.delete(id);
    this.host.requestUpdate();
    this.#under.set(id, undefined);
    try {
      const now = await act();
      const came = this.#under.get(id);
      this.#under.delete(id);
      // What came live meanwhile may be newer than the answer; when it is not, the next event is.
      this.around.take(came ? { ...came, ...(now.reacted && { reacted: now.reacted }) } : now);
    } catch (error) {
      const isFull = (error as { code?: string }).code === 'pins-full';
      this.#under.delete(id);
      this.#notes.set(id, isFull ? this.words.full : this.words.missed);
    }
    this.host.requestUpdate();
  }

  /** Says who has a question, for whoever may answer all of them. */
  async #ask({ id }: Message): Promise<void> {
    const { words } = this;
    try {
      const asked = { message: id, limit: most };
      const { items, next } = await this.around.client.reactions.list.page(asked);
      const names = items.map(({ person }) => person.displayName);
      if (next) names.push(words.more);
      this.#asking.set(id, names.length ? `${words.asking}: ${names.join(', ')}` : words.nobody);
    } catch {
      this.#asking.set(id, words.missed);
    }
    this.host.requestUpdate();
  }

  /** Begins a reply where the message stands. */
  async #write({ id, thread }: Message, { threads }: Scene): Promise<void> {
    const root = thread ?? id;
    if (!threads.of(root)) threads.toggle(root);
    await this.host.updateComplete;
    const article = `article[data-id="${CSS.escape(root)}"] .thread textarea`;
    this.host.renderRoot.querySelector<HTMLElement>(article)?.focus();
  }
}

/** Loads what people react with. */
export async function openReacting(
  host: LitElement,
  language: string,
  around: Around,
): Promise<Reacting> {
  const words = await learnTool(strings, language);
  const root = host.renderRoot as ShadowRoot;
  const sheet = styles.styleSheet!;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return new Reacting(host, words, around);
}
