import type { Words } from './status.strings.js';

/** The words around what becomes of reports in French. */
export const fr: Words = {
  reports: 'Mes signalements',
  loading: 'Chargement …',
  empty: 'Vous n’avez rien signalé sous votre nom.',
  failed: 'Impossible de charger ceci.',
  again: 'Réessayer',
  reportedOn: (when) => `signalé le ${when}`,
  received: 'Reçu : personne ne l’a encore regardé',
  assessing: 'Il est examiné',
  handling: 'Il est traité',
  closed: 'Clos',
  answers: (count) => (count === 1 ? '1 réponse' : `${count} réponses`),
  noticed: 'Ce que vous avez remarqué',
  did: 'Ce que vous avez déjà fait',
  files: 'Fichiers',
  history: 'La suite',
  resolved: 'Ce qui a été fait à la fin',
  thanks: 'Merci. Ce que vous nous avez dit a servi.',
  said: 'Réponses',
  none: 'Pas encore de réponse.',
  you: 'Vous',
  handler: 'Ceux qui le traitent',
  answer: 'Votre réponse',
  seenBy: 'Ceux qui le traitent le lisent, et personne d’autre.',
  send: 'Envoyer la réponse',
  lacking: 'Écrivez d’abord quelque chose.',
  sending: 'Envoi en cours …',
  waits:
    'Gardé sur cet appareil, pas encore envoyé. L’envoi se fait dès que le service est joignable.',
  unsafe: 'Pas encore envoyé, ni gardé sur cet appareil : laissez cette page ouverte.',
  refused: (reference) =>
    `Le service l’a refusé (référence ${reference}). Rien n’a été enregistré.`,
  missed: 'Rien n’a été pris. Réessayez.',
  sendNow: 'Envoyer maintenant',
  takeBack: 'Modifier',
};
