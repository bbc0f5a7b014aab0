import type { Words } from './asked.strings.js';

/** The words around who was asked in French. */
export const fr: Words = {
  who: 'Qui l’a fait',
  open: (n) => `Pas encore (${n})`,
  done: (n) => `L’ont fait (${n})`,
  at: (when) => `l’a dit le ${when}`,
  loading: 'Chargement…',
  failed: 'Le chargement a échoué.',
  again: 'Réessayer',
  close: 'Fermer',
};
