import type { Channel, Client, Member, TaskDraft } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { Draft } from '../../writing/draft.js';
import { localTime } from '../../writing/local-time.js';
import type { Words } from './asking.strings.js';
import { whomView } from './whom.view.js';

/** What somebody is asking. */
interface Written {
  title: string;
  text: string;
  /** As the field for it has it: local time, or empty. */
  dueAt: string;
  /** Id of the channel whose people are asked. */
  group: string;
  whom: 'all' | 'some';
  /** Those who are asked by name, as JSON. */
  people: string;
}

const empty: Written = { title: '', text: '', dueAt: '', group: '', whom: 'all', people: '' };

/** What the form needs of what is around it. */
export interface Desk {
  readonly words: Words & Record<'cancel' | 'missed' | 'sending', string>;
  readonly client: Client;
  /** Id of who is signed in. */
  readonly person: string;
  /** Those whose people may be asked: there is one at least. */
  groups(): readonly Channel[];
  /** BCP 47, that people write in here. */
  readonly language: string;
  /** Takes what is asked; false when it was not taken. */
  take(draft: TaskDraft): Promise<boolean>;
  /** Sets the focus into a part of it. */
  focus(what: string): void;
  changed(): void;
}

/** Where one asks others something: what is written survives the page, and goes when it is sent. */
export class Form {
  isOpen = false;
  #written: Written;
  #note = '';
  #lacks: 'title' | 'name' | undefined;
  #isBusy = false;
  readonly #draft: Draft<Written>;

  constructor(private readonly desk: Desk) {
    this.#draft = new Draft<Written>(desk.person, 'asking');
    const kept = this.#draft.read();
    this.#written = { ...empty, ...kept };
    // Whoever was writing goes on where they were.
    this.isOpen = !!(kept.title || kept.text);
  }

  /** Opens or closes it; what is written stays. */
  toggle(): void {
    if (this.isOpen) {
      this.isOpen = false;
      this.desk.focus('ask');
      return this.desk.changed();
    }
    this.#open();
    this.desk.focus('title');
  }

  /** Takes back what was refused, to go on with it. Whom it asks is said once more: that may be why. */
  edit({ title, text = '', dueAt, audience }: TaskDraft): void {
    this.#write({
      title,
      text,
      dueAt: localTime(dueAt),
      whom: audience ? 'all' : 'some',
      people: '',
    });
    this.#open();
    this.desk.focus('title');
  }

  #open(): void {
    this.isOpen = true;
    this.desk.changed();
  }

  get #group(): Channel {
    const groups = this.desk.groups();
    return groups.find(({ id }) => id === this.#written.group) ?? groups[0]!;
  }

  get #people(): readonly Member[] {
    try {
      return JSON.parse(this.#written.people || '[]') as Member[];
    } catch {
      return [];
    }
  }

  view(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const { words } = this.desk;
    const { title, text, dueAt, whom } = this.#written;
    const group = this.#group;
    const isAll = whom === 'all';
    const count = isAll ? group.people : this.#people.length;
    return html`<form part="form" class="ask" novalidate @submit=${this.#submit}>
      <label for="asking-title">${words.title}</label>
      <input
        id="asking-title"
        name="title"
        part="field"
        dir="auto"
        maxlength="200"
        autocomplete="off"
        required
        aria-invalid=${String(this.#lacks === 'title')}
        aria-describedby="asking-note"
        .value=${title}
        @input=${this.#type}
      />
      <label for="asking-text">${words.text}</label>
      <textarea
        id="asking-text"
        name="text"
        part="field"
        dir="auto"
        maxlength="20000"
        rows="2"
        .value=${text}
        @input=${this.#type}
      ></textarea>
      <label for="asking-dueAt">${words.until}</label>
      <input
        id="asking-dueAt"
        name="dueAt"
        part="field"
        type="datetime-local"
        .value=${dueAt}
        @input=${this.#type}
      />
      ${whomView(
        {
          ...{ groups: this.desk.groups(), group, isAll, people: this.#people },
          lacksName: this.#lacks === 'name',
          type: this.#type,
          suggest: this.#suggest,
          remove: (member) => this.#remove(member),
        },
        words,
      )}
      <div class="acts">
        <button class="primary" part="primary" type="submit" aria-disabled=${String(this.#isBusy)}>
          ${words.send(count)}
        </button>
        <button part="button" type="button" @click=${() => this.toggle()}>${words.cancel}</button>
        <div
          id="asking-note"
          role="status"
          part="status"
          class=${this.#note && !this.#isBusy ? 'stuck' : ''}
        >
          <bdi>${this.#isBusy ? words.sending : this.#note}</bdi>
        </div>
      </div>
    </form>`;
  }

  readonly #type = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    this.#lacks = undefined;
    this.#write({ [name]: value });
  };

  readonly #suggest = ({ target }: Event): void => {
    const { client, language } = this.desk;
    const chosen = (member: Member): void => {
      const others = this.#people.filter(({ id }) => id !== member.id);
      this.#lacks = undefined;
      this.#write({ people: JSON.stringify([...others, member]) });
    };
    import('../../comms-feed/mentioning/mentioning.js')
      .then(({ suggestPeople }) =>
        suggestPeople(target as HTMLInputElement, client, () => this.#group.id, language, chosen),
      )
      .catch(() => this.#say(this.desk.words.missed));
  };

  #remove(member: Member): void {
    const people = this.#people.filter(({ id }) => id !== member.id);
    this.#write({ people: JSON.stringify(people) });
    this.desk.focus('name');
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    if (!this.#isBusy) void this.#send();
  };

  async #send(): Promise<void> {
    const { words, language } = this.desk;
    const { title, text, dueAt, whom } = this.#written;
    const group = this.#group;
    if (!title.trim()) return this.#lacking('title', words.lacksTitle);
    const people = this.#people.map(({ id }) => id);
    if (whom === 'some' && !people.length) return this.#lacking('name', words.lacksPeople);
    this.#isBusy = true;
    this.desk.changed();
    const isTaken = await this.desk.take({
      ...{ language, title: title.trim(), ...(text.trim() && { text: text.trim() }) },
      ...(dueAt && { dueAt: new Date(dueAt).toISOString() }),
      ...(whom === 'some' ? { people } : { audience: group.audience.id }),
    });
    this.#isBusy = false;
    if (!isTaken) return this.#say(words.missed);
    this.#written = { ...empty, group: group.id };
    this.#draft.write(undefined);
    this.#note = '';
    this.isOpen = false;
    this.desk.changed();
    this.desk.focus('ask');
  }

  #lacking(what: 'title' | 'name', note: string): void {
    this.#lacks = what;
    this.#say(note);
    this.desk.focus(what);
  }

  #say(note: string): void {
    this.#note = note;
    this.desk.changed();
  }

  #write(more: Partial<Written>): void {
    const written = (this.#written = { ...this.#written, ...more });
    const isBegun = written.title || written.text || written.people;
    this.#note = this.#draft.write(isBegun ? written : undefined) ? '' : this.desk.words.unkept;
    this.desk.changed();
  }
}
