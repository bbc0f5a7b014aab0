import type { Words } from './marks.strings.js';

/** The words around marks in Spanish. */
export const es: Words = {
  selected: 'Texto seleccionado',
  highlight: 'Resaltar',
  write: 'Nota',
  copy: 'Copiar con la fuente',
  copied: 'Copiado, con la fuente.',
  uncopied: 'El navegador no permitió copiar.',
  mine: 'Mis marcas',
  mark: 'Mi marca',
  note: 'Mi nota',
  only: 'Solo en este dispositivo. Nadie más lo ve.',
  unkept:
    'Este navegador no nos deja guardarlo: se pierde al cerrar la página. Copie lo que ha escrito.',
  remove: 'Quitar la marca',
  close: 'Cerrar',
  missing: 'no se encuentra en esta versión',
  quoted: (text) => `«${text}»`,
  source: (title, facts, section) =>
    [title, facts, section && `«${section}»`].filter(Boolean).join(', '),
};
