import type { Client, IncidentDraft, IsmsError, OpenedClaim } from '@heed/sdk';
import { html, type LitElement, type TemplateResult } from 'lit';
import { datesIn } from '../../language.js';
import { learnTool } from '../../tool-words.js';
import { strings as statusStrings, type Words as StatusWords } from '../status/status.strings.js';
import { styles as statusStyles } from '../status/status.styles.js';
import type { Talk } from '../status/talk.js';
import { talkView } from '../status/talk.view.js';
import { strings, type Words } from './anonymous.strings.js';
import { styles } from './anonymous.styles.js';
import { codeIn, inGroups } from './claim-code.js';
import { Claiming } from './claiming.js';
import { print } from './paper.js';

/** Reports without a name: the code of one that is recorded, and one that is opened by its code. Nothing of it is kept. */
export class Anonymous {
  #note = '';
  #typed = '';
  /** The code of the report that is open. */
  #code = '';
  #opened: OpenedClaim | undefined;
  #written = '';
  /** Id of the answer that is being written: sent again it is the same one. */
  #answer = '';
  #talkNote = '';
  #isBusy = false;

  constructor(
    private readonly host: LitElement,
    private readonly client: Client,
    private readonly words: Words,
    private readonly status: StatusWords,
    private readonly dates: string,
  ) {}

  /** A report to be sent. */
  claim(id: string, body: IncidentDraft): Claiming {
    this.#note = '';
    return new Claiming(this.client, id, body);
  }

  /** The code of a report that is recorded, and what to do with it. */
  codeView(code: string): TemplateResult {
    const { words } = this;
    const shown = inGroups(code);
    return html`<p class="name" id="code-name">${words.yourCode}</p>
      <p class="code" part="code" dir="ltr" aria-labelledby="code-name">${shown}</p>
      <p class="stuck"><bdi>${words.once}</bdi></p>
      <p><bdi>${words.keep}</bdi></p>
      <p><bdi>${words.later}</bdi></p>
      <div class="acts">
        <button part="button" type="button" @click=${() => void this.#copy(shown)}>
          ${words.copy}
        </button>
        <button part="button" type="button" @click=${() => this.#print(shown)}>
          ${words.print}
        </button>
        <div role="status" class="muted"><bdi>${this.#note}</bdi></div>
      </div>`;
  }

  async #copy(shown: string): Promise<void> {
    this.#note = await navigator.clipboard.writeText(shown).then(
      () => this.words.copied,
      () => this.words.notCopied,
    );
    this.host.requestUpdate();
  }

  #print(shown: string): void {
    const { yourCode, printed, keep } = this.words;
    print(this.host.renderRoot as ShadowRoot, [yourCode, shown, printed, keep]);
  }

  /** A report that is opened by its code, or the field for that. */
  render(): TemplateResult {
    const { words } = this;
    if (this.#opened)
      return html`${talkView(this.#talk(this.#opened))}
        <div class="acts">
          <button part="button" type="button" @click=${() => this.#leave()}>${words.leave}</button>
        </div>`;
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#open();
    };
    return html`<form class="claim" part="form" novalidate @submit=${submit}>
      <div class="question">
        <label for="code">${words.enter}</label>
        <input
          id="code"
          part="field"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          dir="ltr"
          maxlength="40"
          aria-describedby="code-note"
          .value=${this.#typed}
          @input=${({ target }: Event) => {
            this.#typed = (target as HTMLInputElement).value;
            this.#say('');
          }}
        />
        <p id="code-note" role="status" class=${this.#note ? 'stuck' : ''}>
          <bdi>${this.#isBusy ? words.opening : this.#note}</bdi>
        </p>
      </div>
      <div class="acts">
        <button part="button" type="submit" aria-disabled=${String(this.#isBusy)}>
          ${words.open}
        </button>
      </div>
    </form>`;
  }

  #talk({ incident, answers }: OpenedClaim): Talk {
    return {
      ...{
        words: this.status,
        dates: this.dates,
        incident,
        answers,
        unlocks: [],
        isMissing: false,
      },
      ...{ waiting: [], written: this.#written, isBusy: this.#isBusy, note: this.#talkNote },
      write: (text) => {
        this.#written = text;
        // Other words are another answer.
        this.#answer = '';
        this.#talkNote = '';
        this.host.requestUpdate();
      },
      send: () => void this.#send(),
      retry: () => undefined,
      takeBack: () => undefined,
      again: () => void this.#open(),
    };
  }

  async #open(): Promise<void> {
    const code = codeIn(this.#typed);
    if (this.#isBusy) return;
    if (!code) return this.#say(this.words.notACode);
    await this.#working(
      () => this.client.claims.open({ code }),
      (error) => this.#say(this.#reasonOf(error)),
    );
    if (!this.#opened) return;
    this.#code = code;
    // Whoever comes to this screen next is not to find it.
    this.#typed = '';
  }

  async #send(): Promise<void> {
    const text = this.#written.trim();
    if (this.#isBusy) return;
    if (!text) {
      this.#talkNote = this.status.lacking;
      return this.host.requestUpdate();
    }
    const answer = (this.#answer ||= crypto.getRandomValues(new Uint32Array(4)).join('-'));
    this.#talkNote = '';
    await this.#working(
      async () => {
        const opened = await this.client.claims.answer({ answer, code: this.#code, text });
        this.#written = this.#answer = '';
        return opened;
      },
      () => (this.#talkNote = this.words.notSent),
    );
  }

  async #working(
    work: () => Promise<OpenedClaim>,
    failed: (error: IsmsError) => void,
  ): Promise<void> {
    this.#isBusy = true;
    this.#note = '';
    this.host.requestUpdate();
    try {
      this.#opened = await work();
    } catch (error) {
      failed(error as IsmsError);
    }
    this.#isBusy = false;
    this.host.requestUpdate();
  }

  #reasonOf({ status }: IsmsError): string {
    if (status === 404) return this.words.unknown;
    return status === 429 ? this.words.often : this.words.failed;
  }

  #leave(): void {
    this.#opened = undefined;
    this.#code = this.#written = this.#answer = this.#note = '';
    this.host.requestUpdate();
  }

  #say(note: string): void {
    this.#note = note;
    this.host.requestUpdate();
  }
}

/** Loads what reports without a name are made and opened with. */
export async function openAnonymous(
  host: LitElement,
  client: Client,
  language: string,
): Promise<Anonymous> {
  const [words, status] = await Promise.all([
    learnTool(strings, language),
    learnTool(statusStrings, language),
  ]);
  const { adoptedStyleSheets } = host.renderRoot as ShadowRoot;
  for (const { styleSheet } of [statusStyles, styles])
    if (!adoptedStyleSheets.includes(styleSheet!)) adoptedStyleSheets.push(styleSheet!);
  return new Anonymous(host, client, words, status, datesIn(language));
}
