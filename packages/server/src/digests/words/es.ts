import type { DigestWords } from './words.js';

/** The words of a digest in Spanish. */
export const es: DigestWords = {
  subject: (count) =>
    count === 1
      ? '1 novedad: seguridad de la información'
      : `${count} novedades: seguridad de la información`,
  asked: 'Lo que se le pide',
  named: 'Se le menciona',
  isNew: 'Nuevo',
  until: (when) => `Hasta el ${when}`,
  overdue: (since) => `Vencido desde el ${since}`,
  from: (author) => `De ${author}`,
  reply: (author) => `${author} ha respondido`,
  more: (count) => `y ${count} más`,
  nothing: 'Los enlaces abren páginas. No se registra nada por abrirlas.',
  why: {
    daily:
      'Recibe este correo como máximo una vez al día, con lo que ha llegado desde el anterior.',
    weekly:
      'Recibe este correo como máximo una vez por semana, con lo que ha llegado desde el anterior.',
  },
  stop: 'Dejar de recibir este resumen',
  stopQuestion:
    'Las alertas seguirán llegando y puede elegir de nuevo en el portal. ¿Terminar los correos con las novedades?',
  stopped:
    'Ya no recibirá estos correos. Las alertas seguirán llegando y puede elegir de nuevo en el portal.',
};
