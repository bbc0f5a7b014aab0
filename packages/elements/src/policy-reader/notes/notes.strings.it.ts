import type { Words } from './notes.strings.js';

/** The words around a note in Italian. */
export const it: Words = {
  note: (mark) => `Nota ${mark}`,
  show: 'Mostrala nel testo',
  close: 'Chiudi',
};
