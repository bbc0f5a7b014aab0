import type { Words } from './speech.strings.js';

/** The words of reading aloud in Dutch. */
export const nl: Words = {
  title: 'Voorlezen',
  pause: 'Pauze',
  on: 'Verder',
  previous: 'Vorige zin',
  next: 'Volgende zin',
  rate: 'Snelheid',
  voice: 'Stem',
  online: (voice) => `${voice} (via internet)`,
  stop: 'Stoppen',
  close: 'Sluiten',
  back: 'Terug naar de stem',
  none: (language) =>
    `Dit apparaat heeft geen stem voor deze taal (${language}). In de instellingen kan er een worden toegevoegd.`,
  refused: 'Klaar. “Verder” begint.',
  silent: 'De stem antwoordt niet. “Verder” probeert het nog eens.',
  minutes: (n) => (n < 1 ? 'minder dan een minuut' : n === 1 ? 'één minuut' : `${n} minuten`),
  recorded: (n, of, time) =>
    `${n === 1 ? `1 van ${of} onderdelen is` : `${n} van ${of} onderdelen zijn`} tot het eind voorgelezen, in ${time}; dat telt ook terwijl een andere pagina vooraan staat`,
};
