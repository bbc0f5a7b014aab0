import type { en } from './session-notice.strings.js';

/** The words of `session-notice` in French. */
export const fr: typeof en = {
  'signed-out': 'Vous êtes déconnecté. Reconnectez-vous, puis réessayez.',
  'unknown-person':
    'Ce service ne vous connaît pas encore. Adressez-vous à votre support informatique.',
  unreachable: 'Le service des politiques n’est pas joignable pour le moment.',
  kept: (when) =>
    `Vous voyez ce que cet appareil a conservé, état du ${when}. Ce que vous faites y attend la connexion.`,
  'not-isms':
    'Autre chose a répondu à la place du service des politiques, peut-être une page de connexion. Rechargez cette page.',
  waiting: 'En attente de la connexion.',
  loading: 'Chargement…',
  failed: 'Le chargement a échoué.',
  absent: 'Ceci n’est pas proposé ici.',
  again: 'Réessayer',
};
