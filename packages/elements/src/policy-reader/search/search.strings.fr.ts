import type { Words } from './search.strings.js';

/** The words of the search in French. */
export const fr: Words = {
  title: 'Rechercher dans le document',
  close: 'Fermer',
  next: 'Résultat suivant',
  previous: 'Résultat précédent',
  hint: 'Entrée mène au résultat suivant, Maj et Entrée au précédent.',
  searching: 'Recherche en cours…',
  count: (n) => (n < 2 ? `${n} résultat` : `${n.toLocaleString('fr')} résultats`),
  at: (n, of) => `Résultat ${n.toLocaleString('fr')} sur ${of.toLocaleString('fr')}`,
  listed: (n) => `Les ${n} premiers sont listés. Un mot de plus en réduit le nombre.`,
  none: (query) =>
    `«\u00a0${query}\u00a0» n’est pas dans ce document. Essayez moins de lettres ou un autre mot.`,
  start: 'Début',
};
