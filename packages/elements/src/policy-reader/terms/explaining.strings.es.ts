import type { Words } from './explaining.strings.js';

/** The words around terms in Spanish. */
export const es: Words = {
  terms: 'Términos de este texto',
  show: 'Mostrar en el texto',
  more: (title) => `Más en «${title}»`,
  close: 'Cerrar',
};
