import type { ToolWords } from '../../tool-words.js';

/** The words around who was asked in English: the ones every other language has too. */
export const en = {
  who: 'Who has done it',
  open: (n: number): string => `Not yet (${n})`,
  done: (n: number): string => `Have done it (${n})`,
  at: (when: string): string => `said so on ${when}`,
  loading: 'Loading…',
  failed: 'This could not be loaded.',
  again: 'Try again',
  close: 'Close',
};

/** The words around who was asked. */
export type Words = typeof en;

/** The words around who was asked in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./asked.strings.de.js')).de,
    es: async () => (await import('./asked.strings.es.js')).es,
    fr: async () => (await import('./asked.strings.fr.js')).fr,
    it: async () => (await import('./asked.strings.it.js')).it,
    nl: async () => (await import('./asked.strings.nl.js')).nl,
  },
};
