import type { Words } from './panels.strings.js';

/** The words of what opens over the page in German. */
export const de: Words = {
  listen: 'Vorlesen',
  view: 'Ansicht',
  scrolled: 'Fortlaufend',
  paged: 'Seiten',
  size: 'Größe',
  spacing: 'Abstand',
  width: 'Breite',
  font: 'Schriftart',
  theme: 'Seite',
  smaller: 'Kleiner',
  larger: 'Größer',
  tight: 'Eng',
  normal: 'Normal',
  loose: 'Weit',
  narrow: 'Schmal',
  wide: 'Breit',
  host: 'Wie die Website',
  serif: 'Serifen',
  sans: 'Serifenlos',
  light: 'Hell',
  sepia: 'Sepia',
  dark: 'Dunkel',
  line: 'Lesezeile',
  off: 'Aus',
  one: 'Eine Zeile',
  three: 'Drei Zeilen',
  fill: 'Vollbild',
  leave: 'Vollbild beenden',
  keys: 'Tasten in der Seitenansicht: ← → Bild auf, Bild ab, Leertaste. Lesezeile: ↑ ↓. Escape schließt ein Feld.',
  sections: (n, of) => `${n} von ${of} Abschnitten wurden angezeigt`,
  time: (n) => (n === 1 ? 'insgesamt eine Minute lang' : `insgesamt ${n} Minuten lang`),
  less: 'insgesamt weniger als eine Minute lang',
  device: (name) => `auf ${name}`,
  bySight: 'als Text auf einem Bildschirm',
  byAid: 'mit einem Screenreader oder anderen Hilfsmittel, wie Sie unten angeben',
  sentAt: (time) => `zuletzt übertragen um ${time}`,
  unsent: 'davon wurde noch nichts übertragen',
  sent: 'Das wird beim Lesen übertragen, damit Sie auf einem anderen Gerät weiterlesen können, und steht zusammengefasst in Ihrer Bestätigung.',
  unknown:
    'Angezeigt heißt nicht gelesen, und niemandem wird gesagt, Sie hätten etwas gelesen. Nicht erfasst wird, was Sie markieren, kopieren oder suchen, wohin Sie schauen, und keine anderen Seiten und Fenster.',
  idle: 'Zeit zählt nur, solange diese Seite vorn ist und Sie aktiv sind. Sie ist nie der alleinige Grund, eine Bestätigung abzulehnen.',
  here: (texts) =>
    texts === 0
      ? 'Auf diesem Gerät liegt kein Text.'
      : texts === 1
        ? 'Ein Text liegt auf diesem Gerät und öffnet sich auch ohne Verbindung.'
        : `${texts} Texte liegen auf diesem Gerät und öffnen sich auch ohne Verbindung.`,
  remove: 'Von diesem Gerät entfernen',
  assistive: 'Ich benutze einen Screenreader oder ein anderes Hilfsmittel',
  assistiveWhy: 'Dann sagt die Zeit auf dem Bildschirm wenig, und das wird so vermerkt.',
};
