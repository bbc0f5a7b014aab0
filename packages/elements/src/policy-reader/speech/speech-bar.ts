import { html, nothing, type TemplateResult } from 'lit';
import { rates } from './manner.js';
import type { Words } from './speech.strings.js';

/** What the bar shows. */
export interface Shown {
  speaking: boolean;
  /** What stands in the way, in words. */
  said: string;
  /** Whether the text in view is not the one that is spoken. */
  away: boolean;
  rate: number;
  voices: readonly SpeechSynthesisVoice[];
  voice: SpeechSynthesisVoice | undefined;
  /** BCP 47, of the words around the text. */
  language: string;
}

/** What a person does in the bar. */
export interface Acts {
  /** Pauses, or goes on. */
  toggle(): void;
  step(by: 1 | -1): void;
  rate(rate: number): void;
  voice(address: string): void;
  back(): void;
  stop(): void;
}

const choice = (
  label: string,
  name: string,
  dir: 'ltr' | 'auto',
  options: unknown,
  choose: (value: string) => void,
): TemplateResult =>
  html`<select
    class=${name}
    dir=${dir}
    aria-label=${label}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
  >
    ${options}
  </select>`;

const option = (value: string, chosen: boolean, label: string): TemplateResult =>
  html`<option value=${value} ?selected=${chosen}>${label}</option>`;

/** The line below the text while it is read aloud. */
export function speechBar(words: Words, shown: Shown, acts: Acts): TemplateResult {
  const { speaking, said, away, rate, voices, voice, language } = shown;
  const times = new Intl.NumberFormat(language);
  const button = (label: string, act: () => void, sign?: string): TemplateResult =>
    html`<button type="button" part="button" aria-label=${sign ? label : nothing} @click=${act}>
      ${sign ?? label}
    </button>`;
  // A voice of the network hears the text, too: that is said, also where there is no other.
  const hasChoice = voices.length > 1 || voice?.localService === false;
  const controls = html`${button(words.previous, () => acts.step(-1), '‹')}
    <button type="button" part="button" class="toggle" @click=${() => acts.toggle()}>
      ${speaking ? words.pause : words.on}
    </button>
    ${button(words.next, () => acts.step(1), '›')}
    ${choice(
      words.rate,
      'rate',
      'ltr',
      rates.map((one) => option(String(one), one === rate, `${times.format(one)}×`)),
      (value) => acts.rate(Number(value)),
    )}
    ${
      hasChoice
        ? choice(
            words.voice,
            'voices',
            'auto',
            voices.map((one) =>
              option(
                one.voiceURI,
                one === voice,
                one.localService ? one.name : words.online(one.name),
              ),
            ),
            (value) => acts.voice(value),
          )
        : nothing
    }`;
  return html`<div class="voice" part="voice" role="group" aria-label=${words.title}>
    <p class="said" role="status">${said}</p>
    ${voice && away ? button(words.back, () => acts.back()) : nothing}
    <div class="controls">
      ${voice ? controls : nothing} ${button(voice ? words.stop : words.close, () => acts.stop())}
    </div>
  </div>`;
}
