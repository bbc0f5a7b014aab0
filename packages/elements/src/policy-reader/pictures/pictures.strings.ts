import type { ToolWords } from '../../tool-words.js';

/** The words around a picture in English: the ones every other language has too. */
export const en = {
  enlarge: 'Show as large as it is',
  failed: 'This picture could not be loaded. It comes when the connection is back.',
};

/** The words around a picture. */
export type Words = typeof en;

/** The words around a picture in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./pictures.strings.de.js')).de,
    es: async () => (await import('./pictures.strings.es.js')).es,
    fr: async () => (await import('./pictures.strings.fr.js')).fr,
    it: async () => (await import('./pictures.strings.it.js')).it,
    nl: async () => (await import('./pictures.strings.nl.js')).nl,
  },
};
