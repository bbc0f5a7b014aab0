import type { ToolWords } from '../../tool-words.js';

/** The words of the search in English: the ones every other language has too. */
export const en = {
  title: 'Search in the document',
  close: 'Close',
  next: 'Next hit',
  previous: 'Previous hit',
  hint: 'Enter goes to the next hit, Shift and Enter to the one before.',
  searching: 'Searching…',
  count: (n: number): string => (n === 1 ? '1 hit' : `${n.toLocaleString('en')} hits`),
  at: (n: number, of: number): string =>
    `Hit ${n.toLocaleString('en')} of ${of.toLocaleString('en')}`,
  listed: (n: number): string => `The first ${n} are listed. One more word makes it fewer.`,
  none: (query: string): string =>
    `“${query}” is not in this document. Try fewer letters, or another word for it.`,
  start: 'Beginning',
};

/** The words of the search. */
export type Words = typeof en;

/** The words of the search in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./search.strings.de.js')).de,
    es: async () => (await import('./search.strings.es.js')).es,
    fr: async () => (await import('./search.strings.fr.js')).fr,
    it: async () => (await import('./search.strings.it.js')).it,
    nl: async () => (await import('./search.strings.nl.js')).nl,
  },
};
