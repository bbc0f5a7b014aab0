import type { ToolWords } from '../../tool-words.js';

/** The words around naming people in English: the ones every other language has too. */
export const en = {
  found: (n: number): string =>
    n === 0
      ? 'Nobody is found.'
      : n === 1
        ? 'One person: arrow keys choose, Enter takes.'
        : `${n} people: arrow keys choose, Enter takes.`,
  people: 'People who are told here',
  failed: 'Nobody could be looked for.',
};

/** The words around naming people. */
export type Words = typeof en;

/** The words around naming people in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./mentioning.strings.de.js')).de,
    es: async () => (await import('./mentioning.strings.es.js')).es,
    fr: async () => (await import('./mentioning.strings.fr.js')).fr,
    it: async () => (await import('./mentioning.strings.it.js')).it,
    nl: async () => (await import('./mentioning.strings.nl.js')).nl,
  },
};
