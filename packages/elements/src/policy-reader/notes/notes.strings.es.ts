import type { Words } from './notes.strings.js';

/** The words around a note in Spanish. */
export const es: Words = {
  note: (mark) => `Nota ${mark}`,
  show: 'Mostrarla en el texto',
  close: 'Cerrar',
};
