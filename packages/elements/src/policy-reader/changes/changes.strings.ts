import type { ToolWords } from '../../tool-words.js';

/** What changed since a version, in English. */
export const en = {
  title: 'What changed',
  since: (label: string) => `Changed since version ${label}, which you acknowledged.`,
  show: 'Show the changes in the text',
  hide: 'Show the text without them',
  list: 'List of changes',
  working: 'Comparing…',
  shown: (n: number) =>
    n === 1 ? 'One change is shown in the text.' : `${n} changes are shown in the text.`,
  same: 'The words of the text are the same.',
  rewritten: 'The text was written anew. There is nothing to compare: please read it as a new one.',
  untranslated:
    'The earlier version was not there in this language, so the texts cannot be compared.',
  failed: 'The earlier version could not be loaded.',
  again: 'Try again',
  close: 'Close',
  start: 'Start',
  inserted: 'new: ',
  deleted: 'removed: ',
  end: ' (end)',
  added: 'New',
  removed: 'Removed',
  changed: 'Changed',
  link: 'A link or picture changed',
  gone: 'What you were reading was not found in this version.',
};

/** The words of {@link import('./changes.js').Changes}. */
export const strings: ToolWords<typeof en> = {
  en,
  others: {
    de: async () => (await import('./changes.strings.de.js')).de,
    es: async () => (await import('./changes.strings.es.js')).es,
    fr: async () => (await import('./changes.strings.fr.js')).fr,
    it: async () => (await import('./changes.strings.it.js')).it,
    nl: async () => (await import('./changes.strings.nl.js')).nl,
  },
};
