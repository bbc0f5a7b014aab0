import type { Words } from './check.strings.js';

/** The words of a knowledge check in French. */
export const fr: Words = {
  title: (policy) => `Questions sur « ${policy} »`,
  enough: (n, of) =>
    n === of
      ? 'Toutes les réponses doivent être justes.'
      : `${n} bonnes réponses sur ${of} suffisent.`,
  recorded: 'Vos réponses et le nombre d’essais sont enregistrés.',
  tries: (n) => `Essais restants : ${n}.`,
  later: (when) => `Nouvel essai possible à partir du ${when}. Le texte reste disponible.`,
  loading: 'Chargement des questions…',
  unloaded: 'Les questions n’ont pas pu être chargées. Une connexion est nécessaire.',
  several: 'Choisissez toutes les bonnes réponses.',
  unanswered: (n) => `La question ${n} n’a pas encore de réponse.`,
  hand: 'Remettre',
  handing: 'Envoi…',
  lost: 'L’envoi a échoué. Vos réponses sont toujours là.',
  refused: (reference) =>
    `L’envoi a été refusé et rien n’a été enregistré (référence ${reference}).`,
  changed: 'Les questions ont changé et rien n’a été enregistré. Veuillez répondre à celles-ci.',
  passed: (right, of) => `Réussi : ${right} sur ${of}.`,
  missed: (right, of) => `Pas encore réussi : ${right} sur ${of}.`,
  right: 'Juste.',
  wrong: 'Faux.',
  solution: 'bonne réponse',
  retry: 'Réessayer',
  close: 'Fermer',
  on: 'Continuer',
};
