import type { en } from './policy-list.strings.js';

/** The words of `policy-list` in French. */
export const fr: typeof en = {
  open: 'À faire',
  done: (count) => `Terminé (${count})`,
  loading: 'Chargement…',
  empty: 'Rien ne vous est demandé pour le moment.',
  offline: 'Il n’y a pas de connexion pour le moment.',
  stale: 'Cette liste n’a pas pu être mise à jour.',
  display: 'À lire',
  acknowledge: 'Prise de connaissance',
  agree: 'À accepter',
  due: (when) => `échéance ${when}`,
  was: (when) => `l’échéance était ${when}`,
  displayed: (when) => `Affiché le ${when}`,
  acknowledged: (when) => `Pris connaissance le ${when}`,
  exempted: 'Dispensé',
  superseded: 'Remplacé par une version plus récente',
  version: (label) => `Version ${label}`,
  here: 'sur cet appareil',
  elsewhere: 'pas sur cet appareil',
  minutes: (count) => `environ ${count} min`,
};
