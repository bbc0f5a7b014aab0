import type { Words } from './anonymous.strings.js';

/** The words around reports without a name in French. */
export const fr: Words = {
  yourCode: 'Votre code',
  once: 'Il n’est affiché que maintenant. Notez-le, copiez-le ou imprimez-le : sans lui, personne ne peut ouvrir ce signalement pour vous, et personne ne peut vous en donner un autre.',
  keep: 'Gardez-le là où les autres ne regardent pas, et pas à côté de votre nom. Qui l’a lit les réponses et peut répondre à votre place.',
  later: 'Revenez avec lui dans quelques jours, de n’importe quel appareil : sans vous connecter.',
  copy: 'Copier le code',
  copied: 'Copié. D’autres pourraient voir ce qui a été copié en dernier.',
  notCopied: 'Impossible de le copier. Sélectionnez-le et copiez-le, ou notez-le.',
  print: 'Imprimer le code',
  printed: 'Ouvrez-le sur la page des signalements, sous « Ouvrir un signalement avec son code ».',
  enter: 'Les 16 chiffres de votre code',
  open: 'Ouvrir',
  opening: 'Ouverture …',
  notACode: 'Un code a 16 chiffres.',
  unknown: 'Aucun signalement n’a ce code. Vérifiez les chiffres.',
  often: 'Trop de codes ont été essayés d’ici. Attendez une minute, puis réessayez.',
  failed: 'Impossible de l’ouvrir. Réessayez.',
  notSent: 'Votre réponse n’a pas été envoyée. Elle est encore là : réessayez.',
  leave: 'Fermer ce signalement',
};
