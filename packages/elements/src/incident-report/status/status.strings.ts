import type { ToolWords } from '../../tool-words.js';

/** The words around what becomes of reports in English: the ones every other language has too. */
export const en = {
  reports: 'My reports',
  loading: 'Loading…',
  empty: 'You have reported nothing under your name.',
  failed: 'This could not be loaded.',
  again: 'Try again',
  reportedOn: (when: string): string => `reported on ${when}`,
  received: 'Received: nobody has looked at it yet',
  assessing: 'It is being looked into',
  handling: 'It is being dealt with',
  closed: 'Closed',
  answers: (count: number): string => (count === 1 ? '1 answer' : `${count} answers`),
  noticed: 'What you noticed',
  did: 'What you already did',
  files: 'Files',
  history: 'How it went on',
  unlocks: 'Who had your name shown, and why',
  resolved: 'What was done in the end',
  thanks: 'Thank you. What you told us made a difference.',
  said: 'Answers',
  none: 'No answer yet.',
  you: 'You',
  handler: 'Those who handle it',
  answer: 'Your answer',
  seenBy: 'Those who handle it read this, and nobody else.',
  send: 'Send the answer',
  lacking: 'Write something first.',
  sending: 'Sending…',
  waits: 'Kept on this device, not yet sent. It is sent as soon as the service can be reached.',
  unsafe: 'Not yet sent, and not stored on this device: keep this page open.',
  refused: (reference: string): string =>
    `The service refused it (reference ${reference}). Nothing was recorded.`,
  missed: 'Nothing was taken. Try again.',
  sendNow: 'Send now',
  takeBack: 'Edit it',
};

/** The words around what becomes of reports. */
export type Words = typeof en;

/** The words around what becomes of reports in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./status.strings.de.js')).de,
    es: async () => (await import('./status.strings.es.js')).es,
    fr: async () => (await import('./status.strings.fr.js')).fr,
    it: async () => (await import('./status.strings.it.js')).it,
    nl: async () => (await import('./status.strings.nl.js')).nl,
  },
};
