import type { en } from './ack-button.strings.js';

/** The words of `ack-button` in French. */
export const fr: typeof en = {
  acknowledge: 'J’en ai pris connaissance',
  agree: 'J’accepte',
  remaining: (n) => `Sections encore à afficher\u00a0: ${n ?? 'toutes'}.`,
  otherWay: 'Je le lis autrement (lecteur d’écran, papier).',
  answer: (n) => `Répondre aux questions (${n})`,
  nothing: 'Rien ne vous est demandé ici.',
  sending: 'Envoi en cours…',
  kept: 'Conservé sur cet appareil, pas encore enregistré.',
  open: 'Pas encore enregistré, et ce navigateur ne le conserve pas\u00a0: laissez cette page ouverte.',
  later: 'L’envoi se fera dès que le service sera joignable.',
  signIn: 'Reconnectez-vous pour l’envoyer.',
  denied:
    'Le service ne l’accepte pas de votre part\u00a0: adressez-vous à votre support informatique.',
  send: 'Envoyer maintenant',
  missed: 'Rien n’a été enregistré. Réessayez.',
  recorded: (when) => `Enregistré le ${when}.`,
  verified: 'Le reçu est vérifié.',
  unverified:
    'Le reçu n’a pas pu être vérifié\u00a0: conservez-le et prévenez votre équipe de sécurité.',
  save: 'Conserver le reçu',
  more: 'Une autre déclaration',
  changed: 'Rien n’a été enregistré\u00a0: la demande a changé.',
  show: 'Afficher la demande actuelle',
  refused: (reference) =>
    `Rien n’a été enregistré\u00a0: le service l’a refusé (référence ${reference}).`,
};
