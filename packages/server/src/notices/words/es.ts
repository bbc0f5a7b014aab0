import type { Words } from './words.js';

/** The words of a notice in Spanish. */
export const es: Words = {
  subject: (title) => `Actúe, por favor: ${title}`,
  untitled: 'seguridad de la información',
  todo: 'Qué hay que hacer',
  until: (when) => `Hasta ${when}`,
  from: (author, channel) => `${author} en «${channel}»`,
  open: 'Indicar que está hecho',
  nothing: 'El enlace abre el mensaje. No se registra nada hasta que pulse allí «Hecho».',
  why: (audience) => `Recibe este correo una sola vez porque pertenece a: ${audience}.`,
};

/** The words of a notice about a task in Spanish. */
export const esTask: Words = {
  ...es,
  subject: (title) => `Una tarea para usted: ${title}`,
  from: (author) => `${author} se lo pide`,
  open: 'Abrir la tarea',
  nothing: 'El enlace abre la tarea. No se registra nada hasta que diga allí cómo terminó.',
  why: () => 'Recibe este correo una sola vez porque se le pidió por su nombre.',
};
