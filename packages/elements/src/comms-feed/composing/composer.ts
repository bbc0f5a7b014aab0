import type { Channel, Member, MessageDraft } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { confirm } from '../../dialog/confirm.js';
import { Draft } from '../../writing/draft.js';
import { localTime } from '../../writing/local-time.js';
import type { Attaching } from '../attaching/attaching.js';
import type { Sending } from '../attaching/sending.js';
import type { Words } from './composing.strings.js';

/** What somebody is writing. */
interface Written {
  kind: MessageDraft['kind'];
  title: string;
  text: string;
  action: string;
  /** As the field for it has it: local time, or empty. */
  dueAt: string;
  /** Who was chosen among those suggested, as JSON. */
  mentions: string;
}

/** What a composer needs of what is around it. */
export interface Desk {
  readonly words: Words;
  /** BCP 47, that people write in here. */
  readonly language: string;
  readonly root: ShadowRoot;
  /** Takes a message; false when it was not taken. */
  post(draft: MessageDraft): Promise<boolean>;
  /** Suggests people to name in a field. */
  suggest(field: HTMLTextAreaElement, channel: string, chosen: (member: Member) => void): void;
  /** Loads what files are attached with. */
  attach(): Promise<Attaching>;
  changed(): void;
}

/** Where one person writes one message: what is written survives the page, and goes when it is posted. */
export class Composer {
  #written: Written;
  #note = '';
  #isBusy = false;
  #attaching: Attaching | undefined;
  /** The files of what was posted here, should it come back. */
  readonly #posted = new Map<string, Sending>();
  readonly #draft: Draft<Written>;
  readonly #name: string;

  constructor(
    private readonly desk: Desk,
    person: string,
    private channel: Channel,
    private readonly thread: string | undefined,
    number: number,
  ) {
    this.#draft = new Draft<Written>(person, channel.id, thread);
    this.#name = `composer-${number}`;
    this.#written = this.#begun(this.#draft.read());
  }

  /** Takes a text back to go on with it. */
  take({ kind, title = '', text, action, attachments = [] }: MessageDraft): void {
    const asked = { action: action?.text ?? '', dueAt: localTime(action?.dueAt) };
    // Whom it names is chosen once more: that may be why it was refused.
    this.#write({ kind, title, text, ...asked, mentions: '' });
    const files = attachments.flatMap((id) => this.#posted.get(id) ?? []);
    this.#attaching?.take(files);
    if (files.length < attachments.length) this.#say(this.desk.words.attachAgain);
    this.#field('text')?.focus();
  }

  /** The fields, and the way to post what is in them. */
  render(channel: Channel): TemplateResult {
    this.channel = channel;
    const { words } = this.desk;
    const { kind, title, text, action, dueAt } = this.#written;
    const kinds = this.#kinds();
    const id = (field: string): string => `${this.#name}-${field}`;
    const type = (event: Event): void => {
      const { name, value } = event.target as HTMLInputElement;
      this.#write({ [name]: value });
      if (name === 'text' && value.includes('@'))
        this.#suggest(event.target as HTMLTextAreaElement);
    };
    return html`<form
      class="composer ${text || kind !== kinds[0] ? 'begun' : ''}"
      part="composer"
      novalidate
      @submit=${this.#submit}
      @keydown=${this.#key}
      @dragover=${this.#over}
      @drop=${this.#drop}
      @paste=${this.#paste}
    >
      ${
        kinds.length > 1
          ? html`<fieldset>
              <legend>${words.kind}</legend>
              ${kinds.map(
                (one) =>
                  html`<label class="choice"
                    ><input
                      type="radio"
                      name="kind"
                      .value=${one}
                      .checked=${one === kind}
                      @change=${type}
                    />${words[one]}</label
                  >`,
              )}
            </fieldset>`
          : nothing
      }
      ${
        kind === 'discussion'
          ? nothing
          : html`<label for=${id('title')}>${words.title}</label>
              <input
                id=${id('title')}
                name="title"
                dir="auto"
                maxlength="200"
                .value=${title}
                @input=${type}
              />`
      }
      <label for=${id('text')}>${this.thread ? words.reply : words.text}</label>
      <textarea
        id=${id('text')}
        name="text"
        dir="auto"
        maxlength="20000"
        rows=${Math.min(8, Math.max(this.thread ? 1 : 2, text.split('\n').length))}
        aria-describedby=${id('note')}
        .value=${text}
        @input=${type}
      ></textarea>
      ${
        kind === 'alert'
          ? html`<label for=${id('action')}>${words.action}</label>
              <input
                id=${id('action')}
                name="action"
                dir="auto"
                maxlength="300"
                .value=${action}
                @input=${type}
              />
              <label for=${id('dueAt')}>${words.due}</label>
              <input
                id=${id('dueAt')}
                name="dueAt"
                type="datetime-local"
                .value=${dueAt}
                @input=${type}
              />`
          : nothing
      }
      ${this.#attaching?.render() ?? nothing}
      <div class="row">
        <button class="primary" part="primary" type="submit" aria-disabled=${String(this.#isBusy)}>
          ${this.#label()}
        </button>
        <button part="button" type="button" @click=${() => this.#field('files')?.click()}>
          ${words.attach}
        </button>
        <input id=${id('files')} type="file" multiple hidden @change=${this.#choose} />
        <div class="muted" id=${id('note')} role="status">
          ${this.#note || (text ? words.keys : '')}
        </div>
      </div>
    </form>`;
  }

  #label(): string {
    const { words } = this.desk;
    const { kind } = this.#written;
    if (this.thread) return words.answer;
    if (kind === 'alert') return `${words.tell(this.channel.people)}…`;
    return kind === 'broadcast' ? words.announce : words.post;
  }

  /** What the person may post here. */
  #kinds(): MessageDraft['kind'][] {
    const { mayAnnounce, mayDiscuss } = this.channel;
    if (this.thread) return ['discussion'];
    return [
      ...(mayDiscuss ? (['discussion'] as const) : []),
      ...(mayAnnounce ? (['broadcast', 'alert'] as const) : []),
    ];
  }

  #begun(kept: Partial<Written>): Written {
    const kinds = this.#kinds();
    const kind = kinds.find((one) => one === kept.kind) ?? kinds[0] ?? 'discussion';
    return { title: '', text: '', action: '', dueAt: '', mentions: '', ...kept, kind };
  }

  /** Suggests people to name, once somebody begins to. */
  #suggest(field: HTMLTextAreaElement): void {
    const chosen = (member: Member): void => {
      const others = mentioned(this.#written).filter(({ id }) => id !== member.id);
      this.#write({ mentions: JSON.stringify([...others, member]) });
    };
    this.desk.suggest(field, this.channel.id, chosen);
  }

  #write(more: Partial<Written>): void {
    const written = (this.#written = { ...this.#written, ...more });
    const isBegun = written.text || written.title || written.action;
    const isKept = this.#draft.write(isBegun ? written : undefined);
    this.#note = isKept ? '' : this.desk.words.unkept;
    this.desk.changed();
  }

  readonly #choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void this.#attach(input.files);
    // The same file may be chosen once more.
    input.value = '';
  };

  readonly #over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };

  readonly #drop = (event: DragEvent): void => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    void this.#attach(event.dataTransfer.files);
  };

  readonly #paste = (event: ClipboardEvent): void => {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    void this.#attach(event.clipboardData.files);
  };

  async #attach(list: FileList | null): Promise<void> {
    // The list is emptied with the field.
    const files = [...(list ?? [])];
    try {
      this.#attaching ??= await this.desk.attach();
      this.#attaching.add(files);
    } catch {
      this.#say(this.desk.words.missed);
    }
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#submit(event);
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    if (!this.#isBusy) void this.#post();
  };

  async #post(): Promise<void> {
    const { words, root } = this.desk;
    const { kind, title, text, action, dueAt } = this.#written;
    const isAlert = kind === 'alert';
    const lacking = !text.trim() ? 'text' : isAlert && !action.trim() ? 'action' : undefined;
    if (lacking) {
      this.#say(words.lacking);
      return this.#field(lacking)?.focus();
    }
    const unsent = this.#attaching?.lacking;
    if (unsent) return this.#say(unsent);
    const attachments = this.#attaching?.ids ?? [];
    const { people } = this.channel;
    if (
      isAlert &&
      !(await confirm(root, words.sure(people), title, words.tell(people), words.notYet))
    )
      return;
    this.#isBusy = true;
    this.desk.changed();
    const due = isAlert && dueAt ? new Date(dueAt).toISOString() : undefined;
    const named = mentioned(this.#written)
      .filter(({ displayName }) => text.includes(`@${displayName}`))
      .map(({ id }) => id)
      .slice(0, 20);
    const isTaken = await this.desk.post({
      ...{ channel: this.channel.id, kind, language: this.desk.language, text: text.trim() },
      ...(this.thread && { thread: this.thread }),
      ...(named.length > 0 && { mentions: named }),
      ...(kind !== 'discussion' && title.trim() && { title: title.trim() }),
      ...(attachments.length && { attachments }),
      ...(isAlert && { action: { text: action.trim(), ...(due && { dueAt: due }) } }),
    });
    this.#isBusy = false;
    if (!isTaken) return this.#say(words.missed);
    for (const file of this.#attaching?.done() ?? []) this.#posted.set(file.id, file);
    this.#written = this.#begun({});
    this.#draft.write(undefined);
    this.#say('');
    this.#field('text')?.focus();
  }

  #say(note: string): void {
    this.#note = note;
    this.desk.changed();
  }

  #field(name: string): HTMLElement | null {
    return this.desk.root.querySelector<HTMLElement>(`#${this.#name}-${name}`);
  }
}

/** Who was chosen while it was written; nobody where what is kept of it cannot be read. */
function mentioned({ mentions }: Written): readonly Member[] {
  try {
    return JSON.parse(mentions || '[]') as Member[];
  } catch {
    return [];
  }
}
