import type { ToolWords } from '../../tool-words.js';

/** The words around a search in messages in English: the ones every other language has too. */
export const en = {
  title: 'Search in this group',
  words: 'Words that the message holds',
  searching: 'Searching…',
  found: (n: number, more: boolean): string =>
    more ? `The newest ${n} messages` : n === 1 ? 'One message' : `${n} messages`,
  none: 'No message holds all of these words.',
  reply: 'Reply',
  more: 'Older ones',
  offline: 'There is no connection right now: nothing can be searched.',
  failed: 'The search did not work.',
  again: 'Try again',
  close: 'Close',
};

/** The words around a search in messages. */
export type Words = typeof en;

/** The words around a search in messages in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./finding.strings.de.js')).de,
    es: async () => (await import('./finding.strings.es.js')).es,
    fr: async () => (await import('./finding.strings.fr.js')).fr,
    it: async () => (await import('./finding.strings.it.js')).it,
    nl: async () => (await import('./finding.strings.nl.js')).nl,
  },
};
