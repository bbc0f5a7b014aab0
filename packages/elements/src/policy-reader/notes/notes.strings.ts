import type { ToolWords } from '../../tool-words.js';

/** The words around a note in English: the ones every other language has too. */
export const en = {
  note: (mark: string): string => `Note ${mark}`,
  show: 'Show it in the text',
  close: 'Close',
};

/** The words around a note. */
export type Words = typeof en;

/** The words around a note in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./notes.strings.de.js')).de,
    es: async () => (await import('./notes.strings.es.js')).es,
    fr: async () => (await import('./notes.strings.fr.js')).fr,
    it: async () => (await import('./notes.strings.it.js')).it,
    nl: async () => (await import('./notes.strings.nl.js')).nl,
  },
};
