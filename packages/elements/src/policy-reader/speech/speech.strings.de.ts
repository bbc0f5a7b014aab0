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
  recorded: (n, of, minutes) =>
    `${n} von ${of} Abschnitten wurden bis zum Ende vorgelesen, ${
      minutes < 1
        ? 'in weniger als einer Minute'
        : minutes === 1
          ? 'in einer Minute'
          : `in ${minutes} Minuten`
    }`,
};
