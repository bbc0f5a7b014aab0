import type { ToolWords } from '../tool-words.js';

/** The words of `isms-inbox` in English: the ones every other language has too. */
export const en = {
  asked: 'Asked of you',
  loading: 'Loading…',
  empty: 'Nothing is asked of you.',
  last: (what: string, when: string): string => `Last done: ${what}, on ${when}.`,
  offline: 'There is no connection right now.',
  stale: 'This could not be brought up to date.',
  todo: (n: number): string => (n === 1 ? '1 thing to do' : `${n} things to do`),
  due: (when: string): string => `due ${when}`,
  was: (when: string): string => `was due ${when}`,
  firstDue: (when: string): string => `the first due ${when}`,
  firstWas: (when: string): string => `the first was due ${when}`,
  display: 'To read',
  acknowledge: 'To acknowledge',
  agree: 'To agree to',
  minutes: (count: number): string => `about ${count} min`,
  alert: 'Please act now',
  task: (author: string): string => `Task, asked by ${author}`,
  waits: 'kept on this device, not yet sent',
  more: (n: number): string => (n === 1 ? '1 more' : `${n} more`),
};

/** The words of `isms-inbox`. */
export type Words = typeof en;

/** The words of `isms-inbox` in every language: loaded with the tag, so that other pages do not pay for them. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./isms-inbox.strings.de.js')).de,
    es: async () => (await import('./isms-inbox.strings.es.js')).es,
    fr: async () => (await import('./isms-inbox.strings.fr.js')).fr,
    it: async () => (await import('./isms-inbox.strings.it.js')).it,
    nl: async () => (await import('./isms-inbox.strings.nl.js')).nl,
  },
};
