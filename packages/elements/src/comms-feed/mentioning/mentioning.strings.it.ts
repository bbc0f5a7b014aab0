import type { Words } from './mentioning.strings.js';

/** The words around naming people in Italian. */
export const it: Words = {
  found: (n) =>
    n === 0
      ? 'Nessuno trovato.'
      : n === 1
        ? 'Una persona: le frecce scelgono, Invio prende.'
        : `${n} persone: le frecce scelgono, Invio prende.`,
  people: 'Persone informate qui',
  failed: 'Non è stato possibile cercare.',
};
