import type { Client, IsmsError, Message } from '@heed/sdk';
import { html, nothing, render, type LitElement, type TemplateResult } from 'lit';
import { adopt, createDialog, topView } from '../../dialog/dialog.js';
import { learnTool } from '../../tool-words.js';
import { momentOf } from '../scene.js';
import { excerpt } from './excerpt.js';
import { strings } from './finding.strings.js';
import { styles } from './finding.styles.js';

/** Messages that are asked for at once. */
const page = 20;
/** Milliseconds after the last key until it is looked. */
const pause = 300;

/** What is needed to look for something in a channel. */
export interface Around {
  readonly client: Client;
  /** Id of the channel. */
  readonly channel: string;
  /** BCP 47, of the page and for dates. */
  readonly language: string;
  readonly dates: string;
  /** What a message says; nodes have passed the gate. */
  textOf(message: Message): HTMLElement | string;
  /** Goes to a message. */
  go(message: Message): void;
}

/** Shows a dialog over the page that looks for messages of a channel, and leads to them. */
export async function openFinding(host: LitElement, around: Around): Promise<void> {
  const { client, channel, language, dates, textOf } = around;
  const words = await learnTool(strings, language);
  const root = host.renderRoot as ShadowRoot;
  // Pressed twice before its code was there.
  if (root.querySelector('dialog')) return;
  adopt(root, styles);
  const dialog = createDialog(root, 'finding');
  let found: Message[] = [];
  let next: string | undefined;
  let error: IsmsError | undefined;
  let note = '';
  let asked = '';
  let chosen: Message | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what is looked for, so that a late answer to something else is not shown. */
  let turn = 0;

  const ask = async (cursor?: string): Promise<void> => {
    const mine = ++turn;
    const search = asked;
    error = undefined;
    note = words.searching;
    show();
    try {
      const got = await client.messages.list.page({
        ...{ channel, search, limit: page },
        ...(cursor && { cursor }),
      });
      if (mine !== turn) return;
      found = cursor ? [...found, ...got.items] : got.items;
      next = got.next;
      note = found.length ? words.found(found.length, !!next) : words.none;
    } catch (thrown) {
      if (mine !== turn) return;
      error = thrown as IsmsError;
      note = error.kind === 'network' ? words.offline : words.failed;
    }
    show();
  };
  const look = (event: Event, atOnce: boolean): void => {
    event.preventDefault();
    const wanted = dialog.querySelector('input')!.value.trim();
    clearTimeout(timer);
    if (wanted === asked && !(error && atOnce)) return;
    if (wanted) timer = setTimeout(() => start(wanted), atOnce ? 0 : pause);
    else start('');
  };
  const start = (wanted: string): void => {
    asked = wanted;
    found = [];
    next = error = undefined;
    turn += 1;
    note = '';
    if (wanted) void ask();
    else show();
  };
  const key = (event: KeyboardEvent): void => {
    const field = event.target as HTMLInputElement;
    if (event.key !== 'Escape' || !field.value) return;
    // The first time it clears the field, the second time it closes the dialog.
    event.preventDefault();
    field.value = '';
    look(event, true);
  };
  const choose = (message: Message): void => {
    chosen = message;
    dialog.close();
  };
  const hit = (message: Message): TemplateResult => {
    const { author, postedAt, title, thread, language: tongue } = message;
    const text = [title, plain(textOf(message))].filter(Boolean).join(' · ');
    return html`<li>
      <button class="hit" part="button" type="button" @click=${() => choose(message)}>
        <span
          ><bdi>${author.displayName}</bdi>
          <span class="muted"
            ><bdi>${momentOf(postedAt, dates)}</bdi
            >${thread ? html` · <bdi>${words.reply}</bdi>` : nothing}</span
          ></span
        >
        <span lang=${tongue} dir="auto"
          >${excerpt(text, asked).map((one) => (one.isFound ? html`<mark>${one.text}</mark>` : one.text))}</span
        >
      </button>
    </li>`;
  };
  const show = (): void =>
    void render(
      html`${topView(dialog, words.title, words.close)}
        <form role="search" @submit=${(event: Event) => look(event, true)}>
          <label for="finding-words">${words.words}</label>
          <input
            id="finding-words"
            type="search"
            maxlength="200"
            autocomplete="off"
            enterkeyhint="search"
            dir="auto"
            autofocus
            @input=${(event: Event) => look(event, false)}
            @keydown=${key}
          />
        </form>
        <p role="status">${note}</p>
        ${
          error
            ? html`<button part="button" type="button" @click=${() => void ask(next)}>
                ${words.again}
              </button>`
            : nothing
        }
        ${
          found.length
            ? html`<ol>
                ${found.map(hit)}
              </ol>`
            : nothing
        }
        ${
          next && !error
            ? html`<button part="button" type="button" @click=${() => void ask(next)}>
                ${words.more}
              </button>`
            : nothing
        }`,
      dialog,
    );
  dialog.addEventListener('close', () => {
    turn += 1;
    clearTimeout(timer);
    if (chosen) around.go(chosen);
  });
  show();
  dialog.showModal();
}

/** What nodes say, with a space between two blocks. */
function plain(text: HTMLElement | string): string {
  if (typeof text === 'string') return text;
  const copy = text.cloneNode(true) as HTMLElement;
  const blocks = 'p, li, td, th, br, pre, blockquote, h1, h2, h3, h4, h5, h6';
  for (const block of copy.querySelectorAll(blocks)) block.after(' ');
  return copy.textContent;
}
