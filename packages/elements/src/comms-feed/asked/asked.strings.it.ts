import type { Words } from './asked.strings.js';

/** The words around who was asked in Italian. */
export const it: Words = {
  who: 'Chi l’ha fatto',
  open: (n) => `Non ancora (${n})`,
  done: (n) => `L’hanno fatto (${n})`,
  at: (when) => `l’ha detto il ${when}`,
  loading: 'Caricamento…',
  failed: 'Non è stato possibile caricare.',
  again: 'Riprova',
  close: 'Chiudi',
};
