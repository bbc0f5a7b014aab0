import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { datesIn } from '../../language.js';
import type { ReadingSession } from '../reading-session.js';
import type { TextLayout } from '../text-layout.js';
import { learnTool } from '../../tool-words.js';
import { Following } from './following.js';
import { Hearing } from './hearing.js';
import { recall, remember, type Manner } from './manner.js';
import { paint } from './painting.js';
import { say } from './saying.js';
import { Script, type Spot } from './script.js';
import { speechBar } from './speech-bar.js';
import { strings } from './speech.strings.js';
import { styles } from './speech.styles.js';
import { voicesFor } from './voices.js';

/** Milliseconds that browsers need between two texts when the first was broken off. */
const breath = 60;
/** Sentences in a row that a voice may leave out. */
const lostAtMost = 2;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Silences the one of a page that speaks. */
let silence: (() => void) | undefined;

/** Reads the document on display aloud, sentence by sentence, with the voices of the browser. */
export class Speech implements ReactiveController {
  #words = strings.en;
  #said = '';
  #speaking = false;
  #manner: Manner = recall();
  #voices: readonly SpeechSynthesisVoice[] = [];
  /** Whose text is read aloud; nothing when none is. */
  #session: ReadingSession | undefined;
  #hearing: Hearing | undefined;
  #script: Script | undefined;
  #spot: Spot | undefined;
  #revision = 0;
  #run = new AbortController();
  readonly #following: Following;

  constructor(
    private readonly host: LitElement,
    private readonly layout: TextLayout,
    private readonly sitting: () => ReadingSession | undefined,
    private readonly language: () => string,
  ) {
    const root = host.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet!];
    this.#following = new Following(layout, root);
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#session) return;
    if (this.#revision !== this.layout.filling.revision) this.#reread();
    if (!this.#spot) return;
    const { away } = this.#following;
    this.#following.look(this.#script!.at(this.#spot).range);
    if (away !== this.#following.away) this.host.requestUpdate();
  }

  /** Begins where the person is. */
  async listen(): Promise<void> {
    silence?.();
    const session = this.sitting();
    if (!session) return;
    silence = this.stop;
    this.#session = session;
    session.ended.addEventListener('abort', this.stop);
    if (this.#hearing?.session !== session) this.#hearing = new Hearing(session);
    const { language, sections } = session.loaded.document;
    const [words, voices] = await Promise.all([
      learnTool(strings, this.language()),
      voicesFor(language),
    ]);
    if (this.#session !== session) return;
    this.#words = words;
    this.#voices = voices;
    this.#said = voices.length ? '' : words.none(this.#nameOf(language));
    this.#revision = this.layout.filling.revision;
    this.#script = new Script(this.layout, this.layout.elements, sections, language);
    this.#spot = voices.length ? this.#script.from(this.layout.place) : undefined;
    this.host.requestUpdate();
    await this.host.updateComplete;
    for (const panel of this.#all(':popover-open')) panel.hidePopover();
    this.#all('.voice .toggle, .voice :only-child')[0]?.focus({ preventScroll: true });
    this.#follow();
    this.#speak();
  }

  /** Says no more; also when the sitting ends, and when somebody else on the page begins. */
  readonly stop = (): void => {
    if (!this.#session) return;
    this.#quiet();
    this.#session.ended.removeEventListener('abort', this.stop);
    this.#session = this.#spot = this.#script = undefined;
    if (silence === this.stop) silence = undefined;
    paint();
    if (this.host.renderRoot.querySelector('.voice:focus-within')) {
      this.#all('article')[0]!.focus({ preventScroll: true });
    }
    this.host.requestUpdate();
  };

  /** The bar below the text. */
  render(): TemplateResult | typeof nothing {
    if (!this.#script) return nothing;
    const shown = {
      speaking: this.#speaking,
      said: this.#said,
      away: this.#following.away,
      rate: this.#manner.rate,
      voices: this.#voices,
      voice: this.#voice,
      language: datesIn(this.language()),
    };
    return speechBar(this.#words, shown, {
      toggle: () => (this.#speaking ? this.#pause() : this.#speak()),
      step: (by) => this.#step(by),
      rate: (rate) => this.#choose({ rate }),
      voice: (voice) => this.#choose({ voice }),
      back: () => this.#follow(),
      stop: this.stop,
    });
  }

  /** What was read aloud in this sitting, for the panel that says what is recorded. */
  renderRecord(): TemplateResult | typeof nothing {
    const heard = this.#hearing;
    if (!heard?.seconds || heard.session !== this.sitting()) return nothing;
    const { length } = heard.session.loaded.document.sections;
    const time = this.#words.minutes(Math.round(heard.seconds / 60));
    return html`<li>${this.#words.recorded(heard.sections, length, time)}</li>`;
  }

  get #voice(): SpeechSynthesisVoice | undefined {
    return this.#voices.find((one) => one.voiceURI === this.#manner.voice) ?? this.#voices[0];
  }

  #all(selector: string): NodeListOf<HTMLElement> {
    return this.host.renderRoot.querySelectorAll(selector);
  }

  #nameOf(language: string): string {
    const names = new Intl.DisplayNames(datesIn(this.language()), { type: 'language' });
    return names.of(language)!;
  }

  #quiet(): void {
    this.#run.abort();
    this.#speaking = this.#session!.aloud = false;
    this.#hearing!.report();
  }

  #pause(said = ''): void {
    this.#quiet();
    this.#said = said;
    this.host.requestUpdate();
  }

  #speak(): void {
    if (!this.#spot) return;
    this.#run.abort();
    this.#run = new AbortController();
    this.#speaking = this.#session!.aloud = true;
    this.#said = '';
    const { signal } = this.#run;
    addEventListener('pagehide', this.stop, { signal });
    // Somebody else on the page may be speaking.
    speechSynthesis.cancel();
    void this.#goOn(signal);
    this.host.requestUpdate();
  }

  async #goOn(signal: AbortSignal): Promise<void> {
    const { rate } = this.#manner;
    const script = this.#script!;
    const hearing = this.#hearing!;
    let lost = 0;
    for (let pause = breath; ; pause = Math.max(breath, script.at(this.#spot!).pause / rate)) {
      await after(pause);
      if (signal.aborted) return;
      const spot = this.#spot!;
      const { text, range } = script.at(spot);
      const { section } = script.place(spot);
      paint(range);
      const outcome = await say(text, {
        voice: this.#voice!,
        rate,
        signal,
        word: (at) => this.#following.word(range, at),
        spent: (seconds) => hearing.spent(section, seconds),
      });
      if (outcome === 'said') hearing.said(section, spot.sentence, script.of(spot.section).length);
      if (signal.aborted) return;
      if (outcome === 'refused') return this.#pause(this.#words.refused);
      if (outcome === 'cut') return this.#pause();
      lost = outcome === 'said' ? 0 : lost + 1;
      if (lost === lostAtMost) return this.#pause(this.#words.silent);
      const next = script.next(spot, 1);
      if (!next) return this.stop();
      this.#move(next);
    }
  }

  /** Another sentence; the text follows, unless the person has gone elsewhere. */
  #move(spot: Spot): void {
    const { away } = this.#following;
    this.#spot = spot;
    if (!away) this.#follow();
    this.host.requestUpdate();
  }

  #follow(): void {
    if (!this.#spot) return;
    const { range } = this.#script!.at(this.#spot);
    this.#following.away = false;
    paint(range);
    void this.#following
      .show(this.#script!.place(this.#spot), range)
      .then(() => this.host.requestUpdate());
  }

  #step(by: 1 | -1): void {
    this.#spot = this.#script!.next(this.#spot!, by) ?? this.#spot;
    this.#follow();
    if (this.#speaking) this.#speak();
  }

  #choose(chosen: Partial<Manner>): void {
    this.#manner = { ...this.#manner, ...chosen };
    remember(this.#manner);
    if (this.#speaking) this.#speak();
    else this.host.requestUpdate();
  }

  /** The words on the page are others, since what changed is shown or hidden: the place in the text stays. */
  #reread(): void {
    this.#revision = this.layout.filling.revision;
    const place = this.#spot && this.#script!.place(this.#spot);
    this.#script!.forget();
    this.#hearing!.renumber();
    this.#spot = place && this.#script!.from(place);
    if (this.#speaking) this.#speak();
  }
}
