import { piecesOf } from './segmenting.js';

/** Milliseconds that a voice may need to begin, and to go on after each sign of it. */
const patience = 4000;
/** Milliseconds for a letter, at the pace of somebody slow. */
const letter = 120;
/** Of these one is a syllable or a word. */
const syllables = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** What became of a text: spoken to its end, given up by a voice that was silent, not allowed yet, or broken off. */
export type Outcome = 'said' | 'silent' | 'refused' | 'cut';

/** How something is said, and who wants to know. */
export interface Saying {
  voice: SpeechSynthesisVoice;
  rate: number;
  /** Breaks it off. */
  signal: AbortSignal;
  /** A word begins, so many characters from the beginning. */
  word: (at: number) => void;
  /** So many seconds were spoken. */
  spent: (seconds: number) => void;
}

/** How long the rest of a text may take: browsers stop long texts, and voices of the network stay away. */
function allowed(rest: string, rate: number): number {
  const letters = rest.length + 2 * (rest.match(syllables)?.length ?? 0);
  return patience + (letters * letter) / rate;
}

function outcomeOf({ type, error }: Event & { error?: string }): Outcome {
  if (type === 'end') return 'said';
  if (error === 'not-allowed') return 'refused';
  return error === 'interrupted' || error === 'canceled' ? 'cut' : 'silent';
}

function sayOnce(text: string, { voice, rate, signal, word, spent }: Saying): Promise<Outcome> {
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text);
    const heard = new AbortController();
    let began: number | undefined;
    let latest = 0;
    let timer: ReturnType<typeof setTimeout>;
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      heard.abort();
      if (began !== undefined) spent((latest - began) / 1000);
      resolve(outcome);
    };
    const wait = (at = 0): void => {
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          end('silent');
          speechSynthesis.cancel();
        },
        allowed(text.slice(at), rate),
      );
    };
    const sign = (event?: SpeechSynthesisEvent): void => {
      latest = performance.now();
      if (!event) return;
      began ??= latest;
      wait(event.charIndex);
      if (event.type === 'boundary') word(event.charIndex);
    };
    const done = (event: Event): void => {
      sign();
      end(outcomeOf(event));
    };
    const only = { signal: heard.signal };
    utterance.addEventListener('start', sign, only);
    utterance.addEventListener('boundary', sign, only);
    utterance.addEventListener('end', done, only);
    utterance.addEventListener('error', done, only);
    const cut = (): void => {
      sign();
      end('cut');
      speechSynthesis.cancel();
    };
    signal.addEventListener('abort', cut, only);
    Object.assign(utterance, { voice, lang: voice.lang, rate });
    wait();
    speechSynthesis.speak(utterance);
  });
}

/** Says a sentence; when the voice falls silent, once more in smaller pieces. */
export async function say(text: string, saying: Saying): Promise<Outcome> {
  const outcome = await sayOnce(text, saying);
  if (outcome !== 'silent' || saying.signal.aborted) return outcome;
  let before = 0;
  for (const piece of piecesOf(text)) {
    const from = before;
    const said = await sayOnce(piece, { ...saying, word: (at) => saying.word(from + at) });
    if (said !== 'said') return said;
    before += piece.length;
  }
  return 'said';
}
