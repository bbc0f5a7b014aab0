import type { Words } from './attached.strings.js';

/** The words around files that stand in a message in Spanish. */
export const es: Words = {
  files: 'Archivos',
  save: 'Guardar',
  saving: 'Está en camino …',
  failed: 'No ha llegado. Inténtelo de nuevo.',
  gone: 'Ya no está.',
  picture: 'Imagen',
  pdf: 'PDF',
  text: 'Texto',
  table: 'Tabla',
  slides: 'Presentación',
  document: 'Documento',
  file: 'Archivo',
};
