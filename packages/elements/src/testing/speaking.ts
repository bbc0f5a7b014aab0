/** What the model of the browser's voices was asked to say. */
export interface Asked {
  text: string;
  rate: number;
  voice: string;
  /** How it ended; nothing while it is spoken. */
  end?: 'end' | 'error';
}

/** A voice of the model. */
export const voice = (name: string, lang: string, localService = true): SpeechSynthesisVoice => ({
  name,
  lang,
  localService,
  default: false,
  voiceURI: name,
});

class Utterance extends EventTarget {
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  rate = 1;
  constructor(readonly text: string) {
    super();
  }
}

class Spoken extends Event {
  readonly error: string | undefined;
  constructor(
    type: string,
    readonly charIndex: number,
    error?: string,
  ) {
    super(type);
    this.error = error;
  }
}

/** A model of `speechSynthesis` with voices, events, and the faults of browsers: headless ones have no voice. */
export class ModelSpeech {
  voices: SpeechSynthesisVoice[] = [voice('Anna', 'en-GB'), voice('Ben', 'en-US')];
  readonly asked: Asked[] = [];
  /** Texts at which the voice falls silent. */
  silentAt: (text: string) => boolean = () => false;
  /** The next text is refused, as without a click of the person. */
  refuses = false;
  /** Milliseconds for a text; nothing ends by itself while it is endless. */
  pace = 15;
  #current:
    { asked: Asked; utterance: Utterance; timer?: ReturnType<typeof setTimeout> } | undefined;

  /** The texts that were begun. */
  get texts(): string[] {
    return this.asked.map(({ text }) => text);
  }

  /** What is being spoken. */
  get now(): string | undefined {
    return this.#current?.asked.text;
  }

  getVoices(): SpeechSynthesisVoice[] {
    return this.voices;
  }

  speak(utterance: Utterance): void {
    const { text, rate } = utterance;
    const asked: Asked = { text, rate, voice: utterance.voice?.name ?? '' };
    this.asked.push(asked);
    this.#current = { asked, utterance };
    if (this.refuses) {
      this.refuses = false;
      queueMicrotask(() => this.#end('error', 'not-allowed'));
    } else if (!this.silentAt(text)) {
      utterance.dispatchEvent(new Spoken('start', 0));
      if (this.pace < Infinity) {
        this.#current.timer = setTimeout(() => this.finish(), this.pace);
      }
    }
  }

  cancel(): void {
    this.#end('error', 'canceled');
  }

  /** The word at an offset begins. */
  reach(charIndex: number): void {
    this.#current!.utterance.dispatchEvent(new Spoken('boundary', charIndex));
  }

  /** What is being spoken comes to its end. */
  finish(): void {
    this.#end('end');
  }

  #end(type: 'end' | 'error', error?: string): void {
    const { asked, utterance, timer } = this.#current ?? {};
    clearTimeout(timer);
    this.#current = undefined;
    if (asked) asked.end = type;
    utterance?.dispatchEvent(new Spoken(type, 0, error));
  }
}

const names = ['speechSynthesis', 'SpeechSynthesisUtterance'] as const;
const real = names.map((name) => Object.getOwnPropertyDescriptor(window, name)!);

/** Puts a model in the place of the browser's voices. */
export function modelSpeech(): ModelSpeech {
  const model = new ModelSpeech();
  [model, Utterance].forEach((value, i) =>
    Object.defineProperty(window, names[i]!, { configurable: true, value }),
  );
  return model;
}

/** Puts the browser's own voices back. */
export function realSpeech(): void {
  names.forEach((name, i) => Object.defineProperty(window, name, real[i]!));
}
