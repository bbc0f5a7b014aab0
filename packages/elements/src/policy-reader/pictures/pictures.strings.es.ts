import type { Words } from './pictures.strings.js';

/** The words around a picture in Spanish. */
export const es: Words = {
  enlarge: 'Mostrar a su tamaño real',
  failed: 'No se ha podido cargar esta imagen. Aparecerá cuando vuelva la conexión.',
};
