import type { Words } from './explaining.strings.js';

/** The words around terms in French. */
export const fr: Words = {
  terms: 'Termes de ce texte',
  show: 'Montrer dans le texte',
  more: (title) => `En savoir plus dans «\u00a0${title}\u00a0»`,
  close: 'Fermer',
};
