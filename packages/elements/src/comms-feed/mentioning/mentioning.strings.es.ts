import type { Words } from './mentioning.strings.js';

/** The words around naming people in Spanish. */
export const es: Words = {
  found: (n) =>
    n === 0
      ? 'No se encuentra a nadie.'
      : n === 1
        ? 'Una persona: las flechas eligen, Intro acepta.'
        : `${n} personas: las flechas eligen, Intro acepta.`,
  people: 'Personas a quienes se informa aquí',
  failed: 'No se ha podido buscar.',
};
