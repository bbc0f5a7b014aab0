import type { Words } from './notes.strings.js';

/** The words around a note in Dutch. */
export const nl: Words = {
  note: (mark) => `Noot ${mark}`,
  show: 'In de tekst tonen',
  close: 'Sluiten',
};
