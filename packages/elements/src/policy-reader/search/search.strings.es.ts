import type { Words } from './search.strings.js';

/** The words of the search in Spanish. */
export const es: Words = {
  title: 'Buscar en el documento',
  close: 'Cerrar',
  next: 'Resultado siguiente',
  previous: 'Resultado anterior',
  hint: 'Intro lleva al resultado siguiente; Mayús e Intro, al anterior.',
  searching: 'Buscando…',
  count: (n) => (n === 1 ? '1 resultado' : `${n.toLocaleString('es')} resultados`),
  at: (n, of) => `Resultado ${n.toLocaleString('es')} de ${of.toLocaleString('es')}`,
  listed: (n) => `Se muestran los primeros ${n}. Con una palabra más serán menos.`,
  none: (query) =>
    `«${query}» no está en este documento. Pruebe con menos letras o con otra palabra.`,
  start: 'Principio',
};
