import type { Client, IsmsError, Message } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from './composing.strings.js';

/** A message that its author is changing, where it stands. */
export class Editing {
  #title: string;
  #text: string;
  #note = '';
  #isBusy = false;
  /** Sent again after a failure, it changes the message once. */
  #sent = { body: '', revision: '' };

  constructor(
    readonly message: Message,
    private readonly client: Client,
    private readonly words: Words,
    private readonly changed: () => void,
    /** Ends it, with the message as it is now when that is another one. */
    private readonly end: (now?: Message) => void,
  ) {
    this.#title = message.title ?? '';
    this.#text = message.text;
  }

  /** The fields, in place of the text. */
  render(): TemplateResult {
    const { words } = this;
    const hasTitle = this.message.title !== undefined;
    return html`<form
      class="composer editing"
      novalidate
      @submit=${this.#submit}
      @keydown=${this.#key}
    >
      ${
        hasTitle
          ? html`<label for="edit-title">${words.title}</label>
              <input
                id="edit-title"
                dir="auto"
                maxlength="200"
                .value=${this.#title}
                @input=${(event: Event) => (this.#title = valueOf(event))}
              />`
          : nothing
      }
      <label for="edit-text">${words.again}</label>
      <textarea
        id="edit-text"
        dir="auto"
        maxlength="20000"
        rows=${Math.min(8, Math.max(2, this.#text.split('\n').length))}
        .value=${this.#text}
        @input=${(event: Event) => (this.#text = valueOf(event))}
      ></textarea>
      <div class="row">
        <button class="primary" part="primary" type="submit" aria-disabled=${String(this.#isBusy)}>
          ${words.save}
        </button>
        <button part="button" type="button" @click=${() => this.end()}>${words.cancel}</button>
        <div class="muted" role="status">${this.#note}</div>
      </div>
    </form>`;
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.end();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#submit(event);
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    if (!this.#isBusy) void this.#save();
  };

  async #save(): Promise<void> {
    const { id } = this.message;
    const [title, text] = [this.#title.trim(), this.#text.trim()];
    if (!text) return this.#say(this.words.lacking);
    const draft = { message: id, text, ...(title && { title }) };
    const body = JSON.stringify(draft);
    if (body !== this.#sent.body) this.#sent = { body, revision: randomId() };
    this.#isBusy = true;
    this.changed();
    try {
      this.end(await this.client.revisions.record({ revision: this.#sent.revision, ...draft }));
    } catch (error) {
      this.#isBusy = false;
      this.#say(
        (error as { status?: number }).status === 409 ? this.words.changed : this.words.missed,
      );
    }
  }

  #say(note: string): void {
    this.#note = note;
    this.changed();
  }
}

/** An id that nobody else makes. */
export const randomId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** Takes a message back, for whoever has said that they mean it. */
export async function withdraw(
  client: Client,
  revision: string,
  message: string,
): Promise<Message | IsmsError> {
  const draft = { revision, message, withdraw: true } as const;
  return client.revisions.record(draft).catch((error: unknown) => error as IsmsError);
}

const valueOf = (event: Event): string => (event.target as HTMLTextAreaElement).value;
