import type { en } from './changes.strings.js';

/** What changed since a version, in French. */
export const fr: typeof en = {
  title: 'Ce qui a changé',
  since: (label) => `Modifié depuis la version ${label}, dont vous avez pris connaissance.`,
  show: 'Montrer les changements dans le texte',
  hide: 'Montrer le texte sans eux',
  list: 'Liste des changements',
  working: 'Comparaison en cours…',
  shown: (n) =>
    n < 2
      ? 'Un changement est montré dans le texte.'
      : `${n} changements sont montrés dans le texte.`,
  same: 'Les mots du texte sont les mêmes.',
  rewritten:
    'Le texte a été réécrit. Il n’y a rien à comparer\u00a0: lisez-le comme un texte nouveau.',
  untranslated:
    'La version précédente n’existait pas dans cette langue, les textes ne peuvent donc pas être comparés.',
  failed: 'La version précédente n’a pas pu être chargée.',
  again: 'Réessayer',
  close: 'Fermer',
  start: 'Début',
  inserted: 'nouveau\u00a0: ',
  deleted: 'supprimé\u00a0: ',
  end: ' (fin)',
  added: 'Nouveau',
  removed: 'Supprimé',
  changed: 'Modifié',
  link: 'Un lien ou une image a changé',
  gone: 'Ce que vous lisiez n’a pas été retrouvé dans cette version.',
};
