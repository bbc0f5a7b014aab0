import type { Words } from './composing.strings.js';

/** The words around writing in Spanish. */
export const es: Words = {
  kind: '¿Qué es?',
  discussion: 'Algo para comentar',
  broadcast: 'Un comunicado',
  alert: 'Un aviso: todos hacen algo ahora',
  title: 'Título',
  text: 'Su mensaje',
  reply: 'Su respuesta',
  again: 'Su mensaje, modificado',
  action: 'Lo que se pide a todos',
  due: 'Hasta cuándo (puede quedar vacío)',
  post: 'Publicar',
  answer: 'Publicar la respuesta',
  announce: 'Comunicar',
  save: 'Guardar',
  cancel: 'Cancelar',
  keys: 'Ctrl o ⌘ y Entrar lo envían.',
  attach: 'Adjuntar archivos',
  attachAgain: 'Sus archivos ya no están aquí. Adjúntelos de nuevo.',
  lacking: 'Aquí todavía falta algo.',
  unkept: 'Este navegador no guarda borradores: se pierde cuando salga de esta página.',
  missed: 'No se ha tomado. Inténtelo de nuevo.',
  changed: 'Este mensaje ya no se puede modificar.',
  tell: (people) => (people === 1 ? 'Avisar a una persona' : `Avisar a ${people} personas`),
  sure: (people) =>
    people === 1
      ? 'Esto pide a una persona que haga algo de inmediato.'
      : `Esto pide a ${people} personas que hagan algo de inmediato.`,
  notYet: 'Todavía no',
  withdraw: 'Retirar',
  withdrawing: '¿Retirar este mensaje?',
  gone: 'Nadie más ve aquí su texto. Queda en los registros.',
  keep: 'Conservar',
};
