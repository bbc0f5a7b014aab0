import type { Words } from './mentioning.strings.js';

/** The words around naming people in French. */
export const fr: Words = {
  found: (n) =>
    n === 0
      ? 'Personne trouvée : aucune.'
      : n === 1
        ? 'Une personne : flèches pour choisir, Entrée pour prendre.'
        : `${n} personnes : flèches pour choisir, Entrée pour prendre.`,
  people: 'Personnes informées ici',
  failed: 'La recherche n’a pas abouti.',
};
