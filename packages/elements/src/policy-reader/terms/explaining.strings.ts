import type { ToolWords } from '../../tool-words.js';

/** The words around terms in English: the ones every other language has too. */
export const en = {
  terms: 'Terms in this text',
  show: 'Show in the text',
  more: (title: string): string => `More in “${title}”`,
  close: 'Close',
};

/** The words around terms. */
export type Words = typeof en;

/** The words around terms in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./explaining.strings.de.js')).de,
    es: async () => (await import('./explaining.strings.es.js')).es,
    fr: async () => (await import('./explaining.strings.fr.js')).fr,
    it: async () => (await import('./explaining.strings.it.js')).it,
    nl: async () => (await import('./explaining.strings.nl.js')).nl,
  },
};
