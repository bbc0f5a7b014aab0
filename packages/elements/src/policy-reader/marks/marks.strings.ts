import type { ToolWords } from '../../tool-words.js';

/** The words around marks in English: the ones every other language has too. */
export const en = {
  selected: 'Selected text',
  highlight: 'Highlight',
  write: 'Note',
  copy: 'Copy with source',
  copied: 'Copied, with its source.',
  uncopied: 'The browser did not allow copying.',
  mine: 'My marks',
  mark: 'My mark',
  note: 'My note',
  only: 'On this device only. Nobody else sees it.',
  unkept:
    'This browser does not let us keep it: it is gone when the page is closed. Copy what you wrote.',
  remove: 'Remove the mark',
  close: 'Close',
  missing: 'not found in this version',
  quoted: (text: string): string => `“${text}”`,
  source: (title: string, facts: string, section: string): string =>
    [title, facts, section && `“${section}”`].filter(Boolean).join(', '),
};

/** The words around marks. */
export type Words = typeof en;

/** The words around marks in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./marks.strings.de.js')).de,
    es: async () => (await import('./marks.strings.es.js')).es,
    fr: async () => (await import('./marks.strings.fr.js')).fr,
    it: async () => (await import('./marks.strings.it.js')).it,
    nl: async () => (await import('./marks.strings.nl.js')).nl,
  },
};
