import type { Words } from './panels.strings.js';

/** The words of what opens over the page in Italian. */
export const it: Words = {
  listen: 'Ascolta',
  view: 'Vista',
  scrolled: 'Continua',
  paged: 'Pagine',
  size: 'Dimensione',
  spacing: 'Spaziatura',
  width: 'Larghezza',
  font: 'Carattere',
  theme: 'Pagina',
  smaller: 'Più piccolo',
  larger: 'Più grande',
  tight: 'Stretta',
  normal: 'Normale',
  loose: 'Ampia',
  narrow: 'Ridotta',
  wide: 'Larga',
  host: 'Come il sito',
  serif: 'Con grazie',
  sans: 'Senza grazie',
  light: 'Chiara',
  sepia: 'Seppia',
  dark: 'Scura',
  line: 'Riga di lettura',
  off: 'Disattivata',
  one: 'Una riga',
  three: 'Tre righe',
  fill: 'Schermo intero',
  leave: 'Esci da schermo intero',
  keys: 'Tasti nelle pagine: ← → Pag su, Pag giù, Spazio. Riga di lettura: ↑ ↓. Esc chiude un pannello.',
  sections: (n, of) =>
    n === 1
      ? `È stata visualizzata 1 sezione su ${of}`
      : `Sono state visualizzate ${n} sezioni su ${of}`,
  time: (n) => (n === 1 ? 'per un minuto in tutto' : `per ${n} minuti in tutto`),
  less: 'per meno di un minuto in tutto',
  device: (name) => `su ${name}`,
  bySight: 'come testo su uno schermo',
  byAid: 'con uno screen reader o un altro ausilio, come indica sotto',
  sentAt: (time) => `ultimo invio alle ${time}`,
  unsent: 'non è stato ancora inviato nulla',
  sent: 'Questo viene inviato durante la lettura, perché possa continuare su un altro dispositivo, ed è riassunto nella Sua presa d’atto.',
  unknown:
    'Visualizzato non significa letto, e a nessuno viene detto che Lei abbia letto qualcosa. Non viene registrato ciò che seleziona, copia o cerca, dove guarda, né altre pagine e finestre.',
  idle: 'Il tempo conta solo mentre questa pagina è in primo piano e Lei è attivo. Da solo non basta mai per rifiutare una presa d’atto.',
  here: (texts) =>
    texts === 0
      ? 'Nessun testo è conservato su questo dispositivo.'
      : texts === 1
        ? 'Un testo è conservato su questo dispositivo e si apre senza connessione.'
        : `${texts} testi sono conservati su questo dispositivo e si aprono senza connessione.`,
  remove: 'Rimuovi da questo dispositivo',
  assistive: 'Uso uno screen reader o un altro ausilio',
  assistiveWhy: 'Allora il tempo sullo schermo dice poco, e la registrazione lo indica.',
};
