import type { Words } from './explaining.strings.js';

/** The words around terms in Dutch. */
export const nl: Words = {
  terms: 'Begrippen in deze tekst',
  show: 'In de tekst tonen',
  more: (title) => `Meer in “${title}”`,
  close: 'Sluiten',
};
