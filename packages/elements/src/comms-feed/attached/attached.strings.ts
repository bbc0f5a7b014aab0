import type { ToolWords } from '../../tool-words.js';

/** The words around files that stand in a message in English: the ones every other language has too. */
export const en = {
  files: 'Files',
  save: 'Save',
  saving: 'Is on its way …',
  failed: 'It did not arrive. Try again.',
  gone: 'It is no longer there.',
  picture: 'Picture',
  pdf: 'PDF',
  text: 'Text',
  table: 'Table',
  slides: 'Presentation',
  document: 'Document',
  file: 'File',
};

/** The words around files that stand in a message. */
export type Words = typeof en;

/** The words around files that stand in a message in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./attached.strings.de.js')).de,
    es: async () => (await import('./attached.strings.es.js')).es,
    fr: async () => (await import('./attached.strings.fr.js')).fr,
    it: async () => (await import('./attached.strings.it.js')).it,
    nl: async () => (await import('./attached.strings.nl.js')).nl,
  },
};
