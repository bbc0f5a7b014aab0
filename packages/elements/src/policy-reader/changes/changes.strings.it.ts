import type { en } from './changes.strings.js';

/** What changed since a version, in Italian. */
export const it: typeof en = {
  title: 'Che cosa è cambiato',
  since: (label) => `Modificato dalla versione ${label}, di cui ha preso atto.`,
  show: 'Mostra le modifiche nel testo',
  hide: 'Mostra il testo senza',
  list: 'Elenco delle modifiche',
  working: 'Confronto in corso…',
  shown: (n) =>
    n === 1 ? 'Nel testo è mostrata una modifica.' : `Nel testo sono mostrate ${n} modifiche.`,
  same: 'Le parole del testo sono le stesse.',
  rewritten:
    'Il testo è stato riscritto. Non c’è nulla da confrontare: lo legga come un testo nuovo.',
  untranslated:
    'La versione precedente non esisteva in questa lingua, quindi i testi non si possono confrontare.',
  failed: 'Non è stato possibile caricare la versione precedente.',
  again: 'Riprova',
  close: 'Chiudi',
  start: 'Inizio',
  inserted: 'nuovo: ',
  deleted: 'eliminato: ',
  end: ' (fine)',
  added: 'Nuovo',
  removed: 'Eliminato',
  changed: 'Modificato',
  link: 'È cambiato un collegamento o un’immagine',
  gone: 'Ciò che stava leggendo non è stato trovato in questa versione.',
};
