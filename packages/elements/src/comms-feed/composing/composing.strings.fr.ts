import type { Words } from './composing.strings.js';

/** The words around writing in French. */
export const fr: Words = {
  kind: 'De quoi s’agit-il ?',
  discussion: 'Un sujet à discuter',
  broadcast: 'Une annonce',
  alert: 'Une alerte : chacun fait quelque chose maintenant',
  title: 'Titre',
  text: 'Votre message',
  reply: 'Votre réponse',
  again: 'Votre message, modifié',
  action: 'Ce qui est demandé à chacun',
  due: 'Jusqu’à quand (peut rester vide)',
  post: 'Publier',
  answer: 'Publier la réponse',
  announce: 'Annoncer',
  save: 'Enregistrer',
  cancel: 'Annuler',
  keys: 'Ctrl ou ⌘ et Entrée l’envoient.',
  attach: 'Joindre des fichiers',
  attachAgain: 'Ses fichiers ne sont plus ici. Joignez-les à nouveau.',
  lacking: 'Il manque encore quelque chose ici.',
  unkept: 'Ce navigateur ne garde pas les brouillons : il est perdu si vous quittez cette page.',
  missed: 'Cela n’a pas été pris en compte. Réessayez.',
  changed: 'Ce message ne peut plus être modifié.',
  tell: (people) => (people < 2 ? 'Avertir une personne' : `Avertir ${people} personnes`),
  sure: (people) =>
    people < 2
      ? 'Ceci demande aussitôt à une personne de faire quelque chose.'
      : `Ceci demande aussitôt à ${people} personnes de faire quelque chose.`,
  notYet: 'Pas encore',
  withdraw: 'Retirer',
  withdrawing: 'Retirer ce message ?',
  gone: 'Plus personne ne voit son texte ici. Il reste dans les archives.',
  keep: 'Le garder',
};
