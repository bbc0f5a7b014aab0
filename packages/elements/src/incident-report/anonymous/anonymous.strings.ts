import type { ToolWords } from '../../tool-words.js';

/** The words around reports without a name in English: the ones every other language has too. */
export const en = {
  yourCode: 'Your code',
  once: 'It is shown only now. Write it down, copy or print it: without it nobody can open this report for you, and nobody can give you another one.',
  keep: 'Keep it where others do not look, and not beside your name. Whoever has it reads the answers and can answer in your place.',
  later: 'Come back with it in a few days, from any device: you need not be signed in.',
  copy: 'Copy the code',
  copied: 'Copied. Remember that others may see what was copied last.',
  notCopied: 'It could not be copied. Select it and copy it, or write it down.',
  print: 'Print the code',
  printed: 'Open it on the page for reports, under “Open a report by its code”.',
  enter: 'The 16 digits of your code',
  open: 'Open',
  opening: 'Opening…',
  notACode: 'A code has 16 digits.',
  unknown: 'There is no report with this code. Check the digits.',
  often: 'Too many codes were tried from here. Wait a minute, then try again.',
  failed: 'It could not be opened. Try again.',
  notSent: 'Your answer was not sent. It is still here: try again.',
  leave: 'Close this report',
};

/** The words around reports without a name. */
export type Words = typeof en;

/** The words around reports without a name in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./anonymous.strings.de.js')).de,
    es: async () => (await import('./anonymous.strings.es.js')).es,
    fr: async () => (await import('./anonymous.strings.fr.js')).fr,
    it: async () => (await import('./anonymous.strings.it.js')).it,
    nl: async () => (await import('./anonymous.strings.nl.js')).nl,
  },
};
