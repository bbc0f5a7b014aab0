import type { Client } from '@heed/sdk';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { learnTool } from '../../tool-words.js';
import { sizeOf } from '../attached/size.js';
import { strings, type Words } from './attaching.strings.js';
import { styles } from './attaching.styles.js';
import { Sending } from './sending.js';

/** How many files a message names at most. */
const most = 10;

/** The files that go with one message: sent one after the other as they are chosen, shown on their way. */
export class Attaching {
  #files: Sending[] = [];
  #note = '';
  readonly #ends = new AbortController();

  constructor(
    private readonly client: Client,
    private readonly words: Words,
    private readonly language: string,
    private readonly changed: () => void,
  ) {
    const { signal } = this.#ends;
    // Whoever comes out of the tunnel has nothing to press.
    globalThis.addEventListener('online', () => this.#goOn('interrupted'), { signal });
  }

  /** Ids of the files, in the order in which they were chosen. */
  get ids(): string[] {
    return this.#files.map(({ id }) => id);
  }

  /** Why the message cannot be posted yet, in words; empty when it can. */
  get lacking(): string {
    if (this.#files.some(({ isOpen }) => isOpen)) return this.words.underWay;
    return this.#files.some(({ state }) => state !== 'ready') ? this.words.remove : '';
  }

  /** Takes files that were chosen, dropped or pasted. */
  add(files: readonly File[]): void {
    const room = most - this.#files.length;
    this.#note = files.length > room ? this.words.many(most) : '';
    const more = files.slice(0, room).map((file) => new Sending(this.client, file, this.changed));
    this.#files = [...this.#files, ...more];
    this.#next();
    this.changed();
  }

  /** The message is posted: what comes next has files of its own. */
  done(): Sending[] {
    const files = this.#files;
    this.#files = [];
    this.#note = '';
    return files;
  }

  /** Takes files back that were posted with what was refused. */
  take(files: readonly Sending[]): void {
    this.#files = [...files];
    this.changed();
  }

  /** Ends what is under way. */
  close(): void {
    this.#ends.abort();
    for (const one of this.#files) one.stop();
  }

  /** The files, and what can be done with each. */
  render(): TemplateResult | typeof nothing {
    const { words } = this;
    const ready = this.#files.filter(({ state }) => state === 'ready').length;
    const all = this.#files.length;
    const said = this.#note || (all ? words.arrived(ready, all) : '');
    return html`<ul class="sending" aria-label=${words.files}>
        ${this.#files.map((one) => this.#fileView(one))}
      </ul>
      <div class="muted" role="status"><bdi>${said}</bdi></div>`;
  }

  #fileView(file: Sending): TemplateResult {
    const { words } = this;
    const { name, size, state, received } = file;
    const isHeld = state === 'stopped' || state === 'interrupted';
    const isTrouble = ['empty', 'large', 'refused', 'interrupted'].includes(state);
    return html`<li part="attachment">
      <span class="name"><bdi>${name}</bdi></span>
      <span class="muted"><bdi>${sizeOf(size, this.language)}</bdi></span>
      ${
        file.isOpen
          ? html`<progress
              max=${size}
              .value=${received}
              aria-label=${words.progress(name)}
            ></progress>`
          : nothing
      }
      <span class=${isTrouble ? 'stuck' : 'muted'}><bdi>${this.#says(file)}</bdi></span>
      <span class="acts">
        ${state === 'sending' ? this.#button(words.stop, name, () => this.#stop(file)) : nothing}
        ${isHeld ? this.#button(words.goOn, name, () => this.#again(file)) : nothing}
        ${this.#button(words.leaveOut, name, () => this.#leaveOut(file))}
      </span>
    </li>`;
  }

  #button(label: string, name: string, act: () => void): TemplateResult {
    return html`<button
      class="quiet"
      part="button"
      type="button"
      aria-label="${label}: ${name}"
      @click=${act}
    >
      ${label}
    </button>`;
  }

  #says({ state, received, size, detail }: Sending): string {
    const { words, language } = this;
    const share = (): string =>
      new Intl.NumberFormat(language, { style: 'percent' }).format(received / size);
    switch (state) {
      case 'waiting':
        return words.waiting;
      case 'sending':
        return received === size ? words.checked : share();
      case 'stopped':
        return words.stopped(share());
      case 'interrupted':
        return words.interrupted(share());
      case 'empty':
        return words.empty;
      case 'large':
        return words.large(sizeOf(25 * 1024 * 1024, language));
      case 'refused':
        // The backend says it in English, and more exactly.
        return (language.startsWith('en') && detail) || words.refused;
      case 'ready':
        return words.ready;
    }
  }

  #stop(file: Sending): void {
    file.stop();
    this.#next();
  }

  #again(file: Sending): void {
    file.again();
    this.#next();
  }

  #leaveOut(file: Sending): void {
    file.stop();
    this.#files = this.#files.filter((one) => one !== file);
    this.#note = '';
    this.#next();
    this.changed();
  }

  #goOn(state: 'interrupted'): void {
    for (const one of this.#files) if (one.state === state) one.again();
    this.#next();
  }

  /** One at a time: on a slow line two would be half as fast, and both be lost. */
  #next(): void {
    if (this.#files.some(({ state }) => state === 'sending')) return;
    const next = this.#files.find(({ state }) => state === 'waiting');
    if (next) void next.send().then(() => this.#next());
  }
}

/** Loads what files are attached with. */
export async function openAttaching(
  host: LitElement,
  client: Client,
  language: string,
): Promise<Attaching> {
  const words = await learnTool(strings, language);
  const root = host.renderRoot as ShadowRoot;
  const sheet = styles.styleSheet!;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return new Attaching(client, words, language, () => host.requestUpdate());
}
