import type { en } from './policy-list.strings.js';

/** The words of `policy-list` in Spanish. */
export const es: typeof en = {
  open: 'Pendiente',
  done: (count) => `Hecho (${count})`,
  loading: 'Cargando…',
  empty: 'Ahora no se le pide nada.',
  offline: 'Ahora no hay conexión.',
  stale: 'No se pudo actualizar esta lista.',
  display: 'Para leer',
  acknowledge: 'Para tomar nota',
  agree: 'Para aceptar',
  due: (when) => `vence ${when}`,
  was: (when) => `venció ${when}`,
  displayed: (when) => `Mostrado el ${when}`,
  acknowledged: (when) => `Se tomó nota el ${when}`,
  exempted: 'Exento',
  superseded: 'Sustituido por una versión más reciente',
  version: (label) => `Versión ${label}`,
  here: 'en este dispositivo',
  elsewhere: 'no está en este dispositivo',
  minutes: (count) => `unos ${count} min`,
};
