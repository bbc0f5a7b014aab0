import type { ToolWords } from '../../tool-words.js';

/** The words around what people say of messages with one press in English: the ones every other language has too. */
export const en = {
  reactions: 'What you say of it',
  thanks: 'Thanks',
  question: 'I have a question',
  write: 'Write your question',
  asking: 'Who has a question',
  pin: 'Pin',
  unpin: 'Unpin',
  pinned: (n: number): string => `Pinned (${n})`,
  full: 'Five messages are pinned already. Unpin one first.',
  missed: 'It was not taken. Try again.',
  nobody: 'Nobody has a question any more.',
  more: 'and others',
};

/** The words around what people say of messages with one press. */
export type Words = typeof en;

/** The words around what people say of messages with one press in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./reacting.strings.de.js')).de,
    es: async () => (await import('./reacting.strings.es.js')).es,
    fr: async () => (await import('./reacting.strings.fr.js')).fr,
    it: async () => (await import('./reacting.strings.it.js')).it,
    nl: async () => (await import('./reacting.strings.nl.js')).nl,
  },
};
