import type { Words } from './mentioning.strings.js';

/** The words around naming people in German. */
export const de: Words = {
  found: (n) =>
    n === 0
      ? 'Niemand gefunden.'
      : n === 1
        ? 'Eine Person: Pfeiltasten wählen, Eingabe übernimmt.'
        : `${n} Personen: Pfeiltasten wählen, Eingabe übernimmt.`,
  people: 'Personen, die hier informiert werden',
  failed: 'Es konnte niemand gesucht werden.',
};
