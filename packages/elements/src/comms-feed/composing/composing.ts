import type { Channel, Client, Message, MessageDraft } from '@heed/sdk';
import type { LitElement, TemplateResult } from 'lit';
import { confirm } from '../../dialog/confirm.js';
import { adopt } from '../../dialog/dialog.js';
import { learnTool } from '../../tool-words.js';
import { languageTag } from '../../writing/language-tag.js';
import type { Attaching } from '../attaching/attaching.js';
import { Composer, type Desk } from './composer.js';
import { strings, type Words } from './composing.strings.js';
import { styles } from './composing.styles.js';
import { Editing, randomId, withdraw } from './editing.js';

/** What the element around does for whoever writes. */
export interface Around {
  readonly client: Client;
  /** Id of the person who is signed in. */
  person(): string | undefined;
  /** BCP 47, of the page. */
  readonly language: string;
  /** A message is another one now. */
  take(message: Message, isWithdrawn: boolean): void;
  /** A message has been put on this device. */
  posted(draft: MessageDraft): void;
}

/** Writing, changing and withdrawing messages. */
export class Composing {
  readonly #composers = new Map<string, Composer>();
  readonly #desk: Desk;
  #editing: Editing | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly words: Words,
    private readonly around: Around,
  ) {
    this.#desk = {
      words,
      language: languageTag(around.language),
      root: host.renderRoot as ShadowRoot,
      post: (draft) => this.#post(draft),
      suggest: (field, channel, chosen) => {
        import('../mentioning/mentioning.js')
          .then(({ suggestPeople }) =>
            suggestPeople(field, around.client, () => channel, around.language, chosen),
          )
          // Without its code people are named by hand, and nobody is told of it.
          .catch(() => undefined);
      },
      attach: () => this.#attach(),
      changed: () => host.requestUpdate(),
    };
  }

  /** Where to write in a channel, or in one of its threads. */
  composer(channel: Channel, thread?: string): TemplateResult | undefined {
    return this.#of(channel, thread)?.render(channel);
  }

  /** Takes back what was refused, to go on with it. */
  take(draft: MessageDraft): void {
    this.#composers.get(keyOf(draft.channel, draft.thread))?.take(draft);
  }

  /** Begins to change a message. */
  edit(message: Message): void {
    const end = (now?: Message): void => {
      this.#editing = undefined;
      if (now) this.around.take(now, false);
      this.host.requestUpdate();
      void this.host.updateComplete.then(() =>
        this.#focus(`[data-act="edit-${CSS.escape(message.id)}"]`),
      );
    };
    const changed = (): void => this.host.requestUpdate();
    this.#editing = new Editing(message, this.around.client, this.words, changed, end);
    changed();
    void this.host.updateComplete.then(() => this.#focus('#edit-text'));
  }

  /** The fields of a message that is being changed. */
  editor({ id }: Message): TemplateResult | undefined {
    return this.#editing?.message.id === id ? this.#editing.render() : undefined;
  }

  /** Withdraws a message, when the person means it. */
  async withdraw({ id }: Message): Promise<void> {
    const { words } = this;
    const { root } = this.#desk;
    const revision = randomId();
    let question = [words.withdrawing, words.gone] as const;
    while (await confirm(root, ...question, words.withdraw, words.keep)) {
      const now = await withdraw(this.around.client, revision, id);
      if ('id' in now) return this.around.take(now, true);
      question = [words.withdrawing, words.missed];
    }
  }

  async #post(draft: MessageDraft): Promise<boolean> {
    try {
      await this.around.client.outbox.post(undefined, draft, this.around.person());
      this.around.posted(draft);
      return true;
    } catch {
      return false;
    }
  }

  async #attach(): Promise<Attaching> {
    const { openAttaching } = await import('../attaching/attaching.js');
    return openAttaching(this.host, this.around.client, this.around.language);
  }

  #of(channel: Channel, thread: string | undefined): Composer | undefined {
    const person = this.around.person();
    if (!person) return undefined;
    const key = keyOf(channel.id, thread);
    const known = this.#composers.get(key);
    if (known) return known;
    const made = new Composer(this.#desk, person, channel, thread, this.#composers.size + 1);
    this.#composers.set(key, made);
    return made;
  }

  #focus(selector: string): void {
    this.#desk.root.querySelector<HTMLElement>(selector)?.focus();
  }
}

/** Loads what people write with. */
export async function openComposing(host: LitElement, around: Around): Promise<Composing> {
  const words = await learnTool(strings, around.language);
  adopt(host.renderRoot as ShadowRoot, styles);
  return new Composing(host, words, around);
}

const keyOf = (channel: string, thread: string | undefined): string =>
  JSON.stringify([channel, thread]);
