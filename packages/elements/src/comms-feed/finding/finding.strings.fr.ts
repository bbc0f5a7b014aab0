import type { Words } from './finding.strings.js';

/** The words around a search in messages in French. */
export const fr: Words = {
  title: 'Rechercher dans ce groupe',
  words: 'Mots que contient le message',
  searching: 'Recherche…',
  found: (n, more) =>
    more ? `Les ${n} messages les plus récents` : n === 1 ? 'Un message' : `${n} messages`,
  none: 'Aucun message ne contient tous ces mots.',
  reply: 'Réponse',
  more: 'Plus anciens',
  offline: 'Il n’y a pas de connexion pour le moment : impossible de rechercher.',
  failed: 'La recherche n’a pas fonctionné.',
  again: 'Réessayer',
  close: 'Fermer',
};
