import type { Words } from './check.strings.js';

/** The words of a knowledge check in Spanish. */
export const es: Words = {
  title: (policy) => `Preguntas sobre «${policy}»`,
  enough: (n, of) =>
    n === of
      ? 'Todas las respuestas deben ser correctas.'
      : `Bastan ${n} de ${of} respuestas correctas.`,
  recorded: 'Se registran las respuestas y el número de intentos.',
  tries: (n) => `Intentos restantes: ${n}.`,
  later: (when) => `Podrá intentarlo de nuevo a partir del ${when}. El texto sigue disponible.`,
  loading: 'Cargando las preguntas…',
  unloaded: 'No se pudieron cargar las preguntas. Necesitan conexión.',
  several: 'Elija todas las correctas.',
  unanswered: (n) => `La pregunta ${n} aún no tiene respuesta.`,
  hand: 'Entregar',
  handing: 'Enviando…',
  lost: 'No se pudo entregar. Sus respuestas siguen aquí.',
  refused: (reference) =>
    `La entrega fue rechazada y no se registró nada (referencia ${reference}).`,
  changed: 'Las preguntas han cambiado y no se registró nada. Responda a estas.',
  passed: (right, of) => `Superado: ${right} de ${of} correctas.`,
  missed: (right, of) => `Aún no superado: ${right} de ${of} correctas.`,
  right: 'Correcto.',
  wrong: 'No es correcto.',
  solution: 'respuesta correcta',
  retry: 'Intentar de nuevo',
  close: 'Cerrar',
  on: 'Continuar',
};
