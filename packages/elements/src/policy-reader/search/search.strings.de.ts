import type { Words } from './search.strings.js';

/** The words of the search in German. */
export const de: Words = {
  title: 'Im Dokument suchen',
  close: 'Schließen',
  next: 'Nächste Fundstelle',
  previous: 'Vorige Fundstelle',
  hint: 'Die Eingabetaste führt zur nächsten Fundstelle, mit der Umschalttaste zur vorigen.',
  searching: 'Wird gesucht …',
  count: (n) => (n === 1 ? '1 Fundstelle' : `${n.toLocaleString('de')} Fundstellen`),
  at: (n, of) => `Fundstelle ${n.toLocaleString('de')} von ${of.toLocaleString('de')}`,
  listed: (n) => `Die ersten ${n} sind aufgeführt. Mit einem Wort mehr werden es weniger.`,
  none: (query) =>
    `„${query}“ steht nicht in diesem Dokument. Versuchen Sie weniger Buchstaben oder ein anderes Wort dafür.`,
  start: 'Anfang',
};
