import type { Words } from './asked.strings.js';

/** The words around who was asked in Spanish. */
export const es: Words = {
  who: 'Quién lo ha hecho',
  open: (n) => `Todavía no (${n})`,
  done: (n) => `Lo han hecho (${n})`,
  at: (when) => `lo dijo el ${when}`,
  loading: 'Cargando…',
  failed: 'No se ha podido cargar.',
  again: 'Intentar de nuevo',
  close: 'Cerrar',
};
