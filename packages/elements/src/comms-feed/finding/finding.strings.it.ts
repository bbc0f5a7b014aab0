import type { Words } from './finding.strings.js';

/** The words around a search in messages in Italian. */
export const it: Words = {
  title: 'Cerca in questo gruppo',
  words: 'Parole contenute nel messaggio',
  searching: 'Ricerca in corso…',
  found: (n, more) =>
    more ? `I ${n} messaggi più recenti` : n === 1 ? 'Un messaggio' : `${n} messaggi`,
  none: 'Nessun messaggio contiene tutte queste parole.',
  reply: 'Risposta',
  more: 'Meno recenti',
  offline: 'Al momento non c’è connessione: non si può cercare.',
  failed: 'La ricerca non è riuscita.',
  again: 'Riprova',
  close: 'Chiudi',
};
