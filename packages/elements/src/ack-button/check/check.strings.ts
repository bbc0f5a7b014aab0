import type { ToolWords } from '../../tool-words.js';

/** The words of a knowledge check in English: the ones every other language has too. */
export const en = {
  title: (policy: string): string => `Questions about “${policy}”`,
  enough: (n: number, of: number): string =>
    n === of ? 'All answers have to be right.' : `${n} of ${of} right answers are enough.`,
  recorded: 'Your answers and how often you try are recorded.',
  tries: (n: number): string => `Tries left: ${n}.`,
  later: (when: string): string => `You can try again from ${when}. The text is there until then.`,
  loading: 'The questions are being loaded…',
  unloaded: 'The questions could not be loaded. They need a connection.',
  several: 'Choose all that are right.',
  unanswered: (n: number): string => `Question ${n} has no answer yet.`,
  hand: 'Hand in',
  handing: 'Sending…',
  lost: 'They could not be handed in. Your answers are still here.',
  refused: (reference: string): string =>
    `They were refused, and nothing was recorded (reference ${reference}).`,
  changed: 'The questions have changed, and nothing was recorded. Please answer these.',
  passed: (right: number, of: number): string => `Passed: ${right} of ${of} right.`,
  missed: (right: number, of: number): string => `Not passed yet: ${right} of ${of} right.`,
  right: 'Right.',
  wrong: 'Not right.',
  solution: 'right answer',
  retry: 'Try again',
  close: 'Close',
  on: 'Go on',
};

/** The words of a knowledge check. */
export type Words = typeof en;

/** The words of a knowledge check in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./check.strings.de.js')).de,
    es: async () => (await import('./check.strings.es.js')).es,
    fr: async () => (await import('./check.strings.fr.js')).fr,
    it: async () => (await import('./check.strings.it.js')).it,
    nl: async () => (await import('./check.strings.nl.js')).nl,
  },
};
