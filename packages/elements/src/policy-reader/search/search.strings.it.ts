import type { Words } from './search.strings.js';

/** The words of the search in Italian. */
export const it: Words = {
  title: 'Cerca nel documento',
  close: 'Chiudi',
  next: 'Risultato successivo',
  previous: 'Risultato precedente',
  hint: 'Invio porta al risultato successivo, Maiusc e Invio al precedente.',
  searching: 'Ricerca in corso…',
  count: (n) => (n === 1 ? '1 risultato' : `${n.toLocaleString('it')} risultati`),
  at: (n, of) => `Risultato ${n.toLocaleString('it')} di ${of.toLocaleString('it')}`,
  listed: (n) => `Sono elencati i primi ${n}. Con una parola in più saranno meno.`,
  none: (query) =>
    `«${query}» non è in questo documento. Provi con meno lettere o con un’altra parola.`,
  start: 'Inizio',
};
