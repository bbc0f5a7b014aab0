import type { Words } from './elsewhere.strings.js';

/** The words of the search in other policies in French. */
export const fr: Words = {
  look: 'Rechercher dans mes autres politiques',
  looking: (n, of) => `${n} politiques parcourues sur ${of}…`,
  found: (hits, policies) =>
    `${hits < 2 ? `${hits} résultat` : `${hits} résultats`} dans ${policies === 1 ? '1 autre politique' : `${policies} autres politiques`}.`,
  none: (of) =>
    of === 1 ? 'Rien dans l’autre politique.' : `Rien dans les ${of} autres politiques.`,
  missed: (n) =>
    n === 1
      ? 'Une politique n’a pas pu être parcourue.'
      : `${n} politiques n’ont pas pu être parcourues.`,
  failed: 'Vos autres politiques ne sont pas joignables pour le moment.',
  more: (n) => (n === 1 ? 'et 1 autre' : `et ${n} autres`),
  start: 'Début',
};
