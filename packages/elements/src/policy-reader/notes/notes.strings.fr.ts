import type { Words } from './notes.strings.js';

/** The words around a note in French. */
export const fr: Words = {
  note: (mark) => `Note ${mark}`,
  show: 'La montrer dans le texte',
  close: 'Fermer',
};
