import type { Words } from './elsewhere.strings.js';

/** The words of the search in other policies in Spanish. */
export const es: Words = {
  look: 'Buscar en mis otras políticas',
  looking: (n, of) => `Revisadas ${n} de ${of} políticas…`,
  found: (hits, policies) =>
    `${hits === 1 ? '1 resultado' : `${hits} resultados`} en ${policies === 1 ? 'otra política' : `otras ${policies} políticas`}.`,
  none: (of) => (of === 1 ? 'Nada en la otra política.' : `Nada en las otras ${of} políticas.`),
  missed: (n) =>
    n === 1 ? 'No se pudo revisar una política.' : `No se pudieron revisar ${n} políticas.`,
  failed: 'Sus otras políticas no están disponibles en este momento.',
  more: (n) => (n === 1 ? 'y 1 más' : `y ${n} más`),
  start: 'Principio',
};
