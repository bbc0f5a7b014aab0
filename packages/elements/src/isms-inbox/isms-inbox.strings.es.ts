import type { Words } from './isms-inbox.strings.js';

/** The words of `isms-inbox` in Spanish. */
export const es: Words = {
  asked: 'Lo que se le pide',
  loading: 'Cargando…',
  empty: 'No se le pide nada.',
  last: (what, when) => `Lo último hecho: ${what}, el ${when}.`,
  offline: 'Ahora no hay conexión.',
  stale: 'No se ha podido actualizar.',
  todo: (n) => (n === 1 ? '1 cosa por hacer' : `${n} cosas por hacer`),
  due: (when) => `vence ${when}`,
  was: (when) => `venció ${when}`,
  firstDue: (when) => `la primera vence ${when}`,
  firstWas: (when) => `la primera venció ${when}`,
  display: 'Para leer',
  acknowledge: 'Para tomar nota',
  agree: 'Para aceptar',
  minutes: (count) => `unos ${count} min`,
  alert: 'Actúe ahora, por favor',
  task: (author) => `Tarea que pide ${author}`,
  waits: 'guardado en este dispositivo, aún no enviado',
  more: (n) => `${n} más`,
};
