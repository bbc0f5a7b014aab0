import type { Words } from './status.strings.js';

/** The words around what becomes of reports in Spanish. */
export const es: Words = {
  reports: 'Mis informes',
  loading: 'Cargando …',
  empty: 'No ha informado de nada con su nombre.',
  failed: 'No se ha podido cargar.',
  again: 'Intentarlo de nuevo',
  reportedOn: (when) => `informado el ${when}`,
  received: 'Recibido: nadie lo ha mirado todavía',
  assessing: 'Se está examinando',
  handling: 'Se está tratando',
  closed: 'Cerrado',
  answers: (count) => (count === 1 ? '1 respuesta' : `${count} respuestas`),
  noticed: 'Lo que notó',
  did: 'Lo que ya hizo',
  files: 'Archivos',
  history: 'Cómo siguió',
  resolved: 'Lo que se hizo al final',
  thanks: 'Gracias. Lo que nos dijo ha servido.',
  said: 'Respuestas',
  none: 'Todavía no hay respuesta.',
  you: 'Usted',
  handler: 'Quienes lo tratan',
  answer: 'Su respuesta',
  seenBy: 'Lo leen quienes lo tratan, y nadie más.',
  send: 'Enviar la respuesta',
  lacking: 'Escriba algo primero.',
  sending: 'Enviando …',
  waits:
    'Guardado en este dispositivo, aún sin enviar. Se envía en cuanto se pueda contactar con el servicio.',
  unsafe: 'Aún sin enviar y sin guardar en este dispositivo: deje esta página abierta.',
  refused: (reference) =>
    `El servicio lo ha rechazado (referencia ${reference}). No se ha registrado nada.`,
  missed: 'No se ha tomado nada. Inténtelo de nuevo.',
  sendNow: 'Enviar ahora',
  takeBack: 'Editarlo',
};
