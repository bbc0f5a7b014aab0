import type { ClockWords, Words } from './words.js';

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

/** The words of a warning before something is due in Spanish. */
export const esClock: ClockWords = {
  ...es,
  subject: (title) => `Vence pronto: ${title}`,
  from: () => 'Un plazo legal de un aviso que usted gestiona',
  open: 'Abrir el aviso',
  nothing: 'El enlace abre el aviso. Lo enviado solo cuenta cuando queda registrado allí.',
  why: () => 'Recibe este correo una vez por plazo porque gestiona avisos.',
  laws: {
    nis2: 'NIS 2',
    gdpr: 'RGPD',
    dora: 'DORA',
    cra: 'CRA',
    whistleblowing: 'Directiva sobre denunciantes',
  },
  stages: {
    warning: 'alerta temprana',
    notification: 'notificación',
    progress: 'informe de situación',
    final: 'informe final',
    initial: 'notificación inicial',
    intermediate: 'informe intermedio',
    acknowledgement: 'acuse de recibo',
    feedback: 'respuesta',
  },
  send: (stage, authority) => `Enviar: ${stage}${authority === undefined ? '' : ` (${authority})`}`,
  answer: 'Responder a quien avisó',
};
