import type { Client, Member } from '@heed/sdk';
import { html, nothing, render } from 'lit';
import { learnTool } from '../../tool-words.js';
import { strings, type Words } from './mentioning.strings.js';
import { styles } from './mentioning.styles.js';

/** People who are suggested at most. */
const most = 8;
/** Milliseconds without a key after which it is looked for people. */
const pause = 150;
/** What stands before the caret while somebody is being named in a text: a name has three words at most until it is chosen. */
const inText = /(?:^|[\s(])@(\p{L}[^\s@]*(?: [^\s@]+){0,2})$/u;
/** The same in a field that is for a name and nothing else. */
const alone = /^\s*(\S.*)$/u;

/** A text, or a field for a name. */
export type NamingField = HTMLTextAreaElement | HTMLInputElement;

/** Suggests people while somebody is named in a field: a list of options that the keys of the field move in. */
class Mentioning {
  #people: readonly Member[] = [];
  #at = 0;
  #asked = '';
  #note = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #list: HTMLElement;

  constructor(
    private readonly field: NamingField,
    private readonly client: Client,
    /** Whose members they are, at any time. */
    private readonly channel: () => string,
    private readonly words: Words,
    private readonly chosen: (member: Member) => void,
  ) {
    this.#list = document.createElement('div');
    field.after(this.#list);
    field.setAttribute('aria-autocomplete', 'list');
    // Before the keys of the form are heard.
    (field as HTMLElement).addEventListener('keydown', (event) => this.#key(event));
    field.addEventListener('input', () => this.look());
    field.addEventListener('blur', () => this.#close());
  }

  /** Looks whether somebody is being named. */
  look(): void {
    clearTimeout(this.#timer);
    const search = this.#search();
    this.#asked = search;
    if (!search) return this.#close();
    this.#timer = setTimeout(() => void this.#find(search), pause);
  }

  #search(): string {
    const { value, selectionStart } = this.field;
    return this.#begun.exec(value.slice(0, selectionStart ?? 0))?.[1] ?? '';
  }

  get #begun(): RegExp {
    return this.field.localName === 'input' ? alone : inText;
  }

  async #find(search: string): Promise<void> {
    const { channel, client, words } = this;
    try {
      const { items } = await client.members.list.page({ channel: channel(), search, limit: most });
      if (search !== this.#asked) return;
      this.#people = items;
      this.#at = 0;
      this.#show(words.found(items.length));
    } catch {
      if (search === this.#asked) this.#show(words.failed);
    }
  }

  #key(event: KeyboardEvent): void {
    const count = this.#people.length;
    if (!count || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#at = (this.#at + step + count) % count;
    else if (event.key === 'Enter' || event.key === 'Tab') return this.#take(event, this.#at);
    else if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (step) this.#show();
    else this.#close();
  }

  #take(event: Event, at: number): void {
    event.preventDefault();
    event.stopPropagation();
    const member = this.#people[at]!;
    const { field } = this;
    this.chosen(member);
    if (field.localName === 'input') field.value = '';
    else {
      const end = field.selectionStart ?? 0;
      field.setRangeText(`${member.displayName} `, end - this.#search().length, end, 'end');
    }
    this.#close();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  }

  #close(): void {
    this.#people = [];
    this.#asked = '';
    this.#show('');
  }

  #show(note?: string): void {
    const { field, words } = this;
    const id = (at: number): string => `${field.id}-person-${at}`;
    const isOpen = this.#people.length > 0;
    if (isOpen) {
      field.setAttribute('aria-controls', `${field.id}-people`);
      field.setAttribute('aria-activedescendant', id(this.#at));
    } else {
      field.removeAttribute('aria-controls');
      field.removeAttribute('aria-activedescendant');
    }
    if (note !== undefined) this.#note = note;
    render(
      html`<div class="muted" role="status">${this.#note}</div>
        ${
          isOpen
            ? html`<ul
                class="people"
                part="people"
                role="listbox"
                id="${field.id}-people"
                aria-label=${words.people}
              >
                ${this.#people.map(
                  ({ displayName }, at) =>
                    html`<li
                      role="option"
                      id=${id(at)}
                      aria-selected=${String(at === this.#at)}
                      @pointerdown=${keepFocus}
                      @click=${(event: Event) => this.#take(event, at)}
                    >
                      <bdi>${displayName}</bdi>
                    </li>`,
                )}
              </ul>`
            : nothing
        }`,
      this.#list,
    );
    this.#list.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }
}

/** The field that is written in stays the one that has the focus. */
const keepFocus = (event: Event): void => event.preventDefault();

const open = new WeakMap<NamingField, Promise<void>>();

/** Suggests people in a field from now on. */
export function suggestPeople(
  field: NamingField,
  client: Client,
  channel: () => string,
  language: string,
  chosen: (member: Member) => void,
): Promise<void> {
  const known = open.get(field);
  if (known) return known;
  const begin = async (): Promise<void> => {
    const words = await learnTool(strings, language);
    const root = field.getRootNode() as ShadowRoot;
    const sheet = styles.styleSheet!;
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    new Mentioning(field, client, channel, words, chosen).look();
  };
  const begun = begin();
  open.set(field, begun);
  return begun;
}
