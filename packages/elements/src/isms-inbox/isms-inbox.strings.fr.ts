import type { Words } from './isms-inbox.strings.js';

/** The words of `isms-inbox` in French. */
export const fr: Words = {
  asked: 'Ce qui vous est demandé',
  loading: 'Chargement…',
  empty: 'Rien ne vous est demandé.',
  last: (what, when) => `Fait en dernier : ${what}, le ${when}.`,
  offline: 'Il n’y a pas de connexion pour le moment.',
  stale: 'La mise à jour n’a pas pu se faire.',
  todo: (n) => (n === 1 ? '1 chose à faire' : `${n} choses à faire`),
  due: (when) => `échéance ${when}`,
  was: (when) => `l’échéance était ${when}`,
  firstDue: (when) => `première échéance ${when}`,
  firstWas: (when) => `la première échéance était ${when}`,
  display: 'À lire',
  acknowledge: 'Prise de connaissance',
  agree: 'À accepter',
  minutes: (count) => `environ ${count} min`,
  alert: 'Agissez maintenant, s’il vous plaît',
  task: (author) => `Tâche demandée par ${author}`,
  waits: 'gardé sur cet appareil, pas encore envoyé',
  more: (n) => (n === 1 ? '1 autre' : `${n} autres`),
};
