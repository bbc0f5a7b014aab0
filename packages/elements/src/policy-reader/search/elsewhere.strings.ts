import type { ToolWords } from '../../tool-words.js';

/** The words of the search in other policies in English: the ones every other language has too. */
export const en = {
  look: 'Search in my other policies',
  looking: (n: number, of: number): string => `Looked through ${n} of ${of} policies…`,
  found: (hits: number, policies: number): string =>
    `${hits === 1 ? '1 hit' : `${hits} hits`} in ${policies === 1 ? '1 other policy' : `${policies} other policies`}.`,
  none: (of: number): string =>
    of === 1 ? 'Nothing in the other policy.' : `Nothing in the ${of} other policies.`,
  missed: (n: number): string =>
    n === 1
      ? 'One policy could not be looked through.'
      : `${n} policies could not be looked through.`,
  failed: 'Your other policies cannot be reached right now.',
  more: (n: number): string => (n === 1 ? 'and 1 more' : `and ${n} more`),
  start: 'Beginning',
};

/** The words of the search in other policies. */
export type Words = typeof en;

/** The words of the search in other policies in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./elsewhere.strings.de.js')).de,
    es: async () => (await import('./elsewhere.strings.es.js')).es,
    fr: async () => (await import('./elsewhere.strings.fr.js')).fr,
    it: async () => (await import('./elsewhere.strings.it.js')).it,
    nl: async () => (await import('./elsewhere.strings.nl.js')).nl,
  },
};
