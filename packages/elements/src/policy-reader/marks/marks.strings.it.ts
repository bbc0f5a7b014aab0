import type { Words } from './marks.strings.js';

/** The words around marks in Italian. */
export const it: Words = {
  selected: 'Testo selezionato',
  highlight: 'Evidenzia',
  write: 'Nota',
  copy: 'Copia con la fonte',
  copied: 'Copiato, con la fonte.',
  uncopied: 'Il browser non ha permesso di copiare.',
  mine: 'I miei segni',
  mark: 'Il mio segno',
  note: 'La mia nota',
  only: 'Solo su questo dispositivo. Nessun altro lo vede.',
  unkept:
    'Questo browser non ci permette di conservarlo: si perde chiudendo la pagina. Copi ciò che ha scritto.',
  remove: 'Rimuovi il segno',
  close: 'Chiudi',
  missing: 'non trovato in questa versione',
  quoted: (text) => `«${text}»`,
  source: (title, facts, section) =>
    [title, facts, section && `«${section}»`].filter(Boolean).join(', '),
};
