import type { Words } from './explaining.strings.js';

/** The words around terms in Italian. */
export const it: Words = {
  terms: 'Termini in questo testo',
  show: 'Mostra nel testo',
  more: (title) => `Di più in «${title}»`,
  close: 'Chiudi',
};
