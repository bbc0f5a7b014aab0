import type { ToolWords } from '../../tool-words.js';

/** The words of reading aloud in English: the ones every other language has too. */
export const en = {
  title: 'Read aloud',
  pause: 'Pause',
  on: 'Go on',
  previous: 'Previous sentence',
  next: 'Next sentence',
  rate: 'Speed',
  voice: 'Voice',
  online: (voice: string): string => `${voice} (over the internet)`,
  stop: 'Stop',
  close: 'Close',
  back: 'Back to the voice',
  none: (language: string): string =>
    `This device has no voice for ${language}. One can be added in its settings.`,
  refused: 'Ready. “Go on” begins.',
  silent: 'The voice does not answer. “Go on” tries again.',
  minutes: (n: number): string =>
    n < 1 ? 'less than a minute' : n === 1 ? 'one minute' : `${n} minutes`,
  recorded: (n: number, of: number, time: string): string =>
    `${n} of ${of} sections were read aloud to the end, in ${time}; that counts while another page is in front, too`,
};

/** The words of reading aloud. */
export type Words = typeof en;

/** The words of reading aloud in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./speech.strings.de.js')).de,
    es: async () => (await import('./speech.strings.es.js')).es,
    fr: async () => (await import('./speech.strings.fr.js')).fr,
    it: async () => (await import('./speech.strings.it.js')).it,
    nl: async () => (await import('./speech.strings.nl.js')).nl,
  },
};
