import type { en } from './changes.strings.js';

/** What changed since a version, in Spanish. */
export const es: typeof en = {
  title: 'Qué ha cambiado',
  since: (label) => `Cambios desde la versión ${label}, de la que usted tomó nota.`,
  show: 'Mostrar los cambios en el texto',
  hide: 'Mostrar el texto sin ellos',
  list: 'Lista de cambios',
  working: 'Comparando…',
  shown: (n) =>
    n === 1 ? 'En el texto se muestra un cambio.' : `En el texto se muestran ${n} cambios.`,
  same: 'Las palabras del texto son las mismas.',
  rewritten:
    'El texto se ha escrito de nuevo. No hay nada que comparar: léalo como un texto nuevo.',
  untranslated:
    'La versión anterior no existía en este idioma, por lo que los textos no se pueden comparar.',
  failed: 'No se pudo cargar la versión anterior.',
  again: 'Intentar de nuevo',
  close: 'Cerrar',
  start: 'Principio',
  inserted: 'nuevo: ',
  deleted: 'eliminado: ',
  end: ' (fin)',
  added: 'Nuevo',
  removed: 'Eliminado',
  changed: 'Cambiado',
  link: 'Ha cambiado un enlace o una imagen',
  gone: 'Lo que estaba leyendo no se ha encontrado en esta versión.',
};
