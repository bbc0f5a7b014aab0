import type { en } from './session-notice.strings.js';

/** The words of `session-notice` in German. */
export const de: typeof en = {
  'signed-out': 'Sie sind abgemeldet. Melden Sie sich erneut an und versuchen Sie es noch einmal.',
  'unknown-person': 'Dieser Dienst kennt Sie noch nicht. Bitte fragen Sie Ihren IT-Support.',
  unreachable: 'Der Richtliniendienst ist gerade nicht erreichbar.',
  kept: (when) =>
    `Sie sehen, was dieses Gerät behalten hat, Stand ${when}. Was Sie tun, wartet hier auf die Verbindung.`,
  'not-isms':
    'Statt des Richtliniendienstes hat etwas anderes geantwortet, vielleicht eine Anmeldeseite. Laden Sie die Seite neu.',
  waiting: 'Warten auf die Verbindung.',
  loading: 'Wird geladen …',
  failed: 'Das konnte nicht geladen werden.',
  absent: 'Das wird hier nicht angeboten.',
  again: 'Erneut versuchen',
};
