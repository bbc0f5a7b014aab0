import type { Words } from './notes.strings.js';

/** The words around a note in German. */
export const de: Words = {
  note: (mark) => `Anmerkung ${mark}`,
  show: 'Im Text zeigen',
  close: 'Schließen',
};
