import type { Words } from './speech.strings.js';

/** The words of reading aloud in German. */
export const de: Words = {
  title: 'Vorlesen',
  pause: 'Pause',
  on: 'Weiter',
  previous: 'Voriger Satz',
  next: 'Nächster Satz',
  rate: 'Tempo',
  voice: 'Stimme',
  online: (voice) => `${voice} (über das Internet)`,
  stop: 'Stopp',
  close: 'Schließen',
  back: 'Zurück zur Stimme',
  none: (language) =>
    `Dieses Gerät hat keine Stimme für ${language}. In seinen Einstellungen lässt sich eine hinzufügen.`,
  refused: 'Bereit. „Weiter“ beginnt.',
  silent: 'Die Stimme antwortet nicht. „Weiter“ versucht es noch einmal.',
  minutes: (n) => (n < 1 ? 'weniger als einer Minute' : n === 1 ? 'einer Minute' : `${n} Minuten`),
  recorded: (n, of, time) =>
    `${n} von ${of} Abschnitten wurden bis zum Ende vorgelesen, in ${time}; das zählt auch, während eine andere Seite vorn ist`,
};
