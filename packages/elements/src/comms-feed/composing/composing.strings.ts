import type { ToolWords } from '../../tool-words.js';

/** The words around writing in English: the ones every other language has too. */
export const en = {
  kind: 'What is it?',
  discussion: 'Something to discuss',
  broadcast: 'An announcement',
  alert: 'An alert: everybody does something now',
  title: 'Title',
  text: 'Your message',
  reply: 'Your reply',
  again: 'Your message, changed',
  action: 'What everybody is asked to do',
  due: 'Until when (may stay empty)',
  post: 'Post',
  answer: 'Post reply',
  announce: 'Announce',
  save: 'Save',
  cancel: 'Cancel',
  keys: 'Ctrl or ⌘ and Enter sends it.',
  attach: 'Attach files',
  attachAgain: 'Its files are no longer here. Attach them again.',
  lacking: 'Something is still missing here.',
  unkept: 'This browser does not keep drafts: it is lost when you leave this page.',
  missed: 'It was not taken. Try again.',
  changed: 'This message cannot be changed any more.',
  tell: (people: number): string => (people === 1 ? 'Tell one person' : `Tell ${people} people`),
  sure: (people: number): string =>
    people === 1
      ? 'This asks one person at once to do something.'
      : `This asks ${people} people at once to do something.`,
  notYet: 'Not yet',
  withdraw: 'Withdraw',
  withdrawing: 'Withdraw this message?',
  gone: 'Nobody sees its text here any more. It stays in the records.',
  keep: 'Keep it',
};

/** The words around writing. */
export type Words = typeof en;

/** The words around writing in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./composing.strings.de.js')).de,
    es: async () => (await import('./composing.strings.es.js')).es,
    fr: async () => (await import('./composing.strings.fr.js')).fr,
    it: async () => (await import('./composing.strings.it.js')).it,
    nl: async () => (await import('./composing.strings.nl.js')).nl,
  },
};
