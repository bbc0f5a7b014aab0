import type { Words } from './composing.strings.js';

/** The words around writing in German. */
export const de: Words = {
  kind: 'Was ist es?',
  discussion: 'Etwas zum Besprechen',
  broadcast: 'Eine Mitteilung',
  alert: 'Ein Aufruf: Alle tun jetzt etwas',
  title: 'Titel',
  text: 'Ihre Nachricht',
  reply: 'Ihre Antwort',
  again: 'Ihre Nachricht, geändert',
  action: 'Was alle tun sollen',
  due: 'Bis wann (kann leer bleiben)',
  post: 'Senden',
  answer: 'Antwort senden',
  announce: 'Mitteilen',
  save: 'Speichern',
  cancel: 'Abbrechen',
  keys: 'Strg oder ⌘ und Eingabetaste senden es.',
  attach: 'Dateien anfügen',
  attachAgain: 'Die Dateien dazu sind nicht mehr hier. Fügen Sie sie noch einmal an.',
  lacking: 'Hier fehlt noch etwas.',
  unkept:
    'Dieser Browser bewahrt keine Entwürfe auf: Es geht verloren, wenn Sie diese Seite verlassen.',
  missed: 'Es wurde nicht übernommen. Versuchen Sie es noch einmal.',
  changed: 'Diese Nachricht kann nicht mehr geändert werden.',
  tell: (people) => (people === 1 ? 'Eine Person auffordern' : `${people} Personen auffordern`),
  sure: (people) =>
    people === 1
      ? 'Das fordert sofort eine Person auf, etwas zu tun.'
      : `Das fordert sofort ${people} Personen auf, etwas zu tun.`,
  notYet: 'Noch nicht',
  withdraw: 'Zurückziehen',
  withdrawing: 'Diese Nachricht zurückziehen?',
  gone: 'Niemand sieht ihren Text hier noch. In den Aufzeichnungen bleibt er.',
  keep: 'Behalten',
};
