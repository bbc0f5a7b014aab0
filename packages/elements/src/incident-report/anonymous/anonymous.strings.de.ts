import type { Words } from './anonymous.strings.js';

/** The words around reports without a name in German. */
export const de: Words = {
  yourCode: 'Ihr Code',
  once: 'Er wird nur jetzt gezeigt. Schreiben Sie ihn auf, kopieren oder drucken Sie ihn: Ohne ihn kann niemand diese Meldung für Sie öffnen, und niemand kann Ihnen einen anderen geben.',
  keep: 'Bewahren Sie ihn dort auf, wo andere nicht hinsehen, und nicht neben Ihrem Namen. Wer ihn hat, liest die Antworten und kann für Sie antworten.',
  later:
    'Kommen Sie damit in ein paar Tagen wieder, von jedem Gerät: Angemeldet sein müssen Sie nicht.',
  copy: 'Code kopieren',
  copied: 'Kopiert. Denken Sie daran, dass andere sehen könnten, was zuletzt kopiert wurde.',
  notCopied:
    'Er ließ sich nicht kopieren. Markieren und kopieren Sie ihn, oder schreiben Sie ihn auf.',
  print: 'Code drucken',
  printed:
    'Öffnen Sie sie auf der Seite für Meldungen, unter „Eine Meldung mit ihrem Code öffnen“.',
  enter: 'Die 16 Ziffern Ihres Codes',
  open: 'Öffnen',
  opening: 'Wird geöffnet …',
  notACode: 'Ein Code hat 16 Ziffern.',
  unknown: 'Zu diesem Code gibt es keine Meldung. Prüfen Sie die Ziffern.',
  often:
    'Von hier wurden zu viele Codes versucht. Warten Sie eine Minute, und versuchen Sie es noch einmal.',
  failed: 'Sie ließ sich nicht öffnen. Versuchen Sie es noch einmal.',
  notSent: 'Ihre Antwort wurde nicht gesendet. Sie ist noch da: Versuchen Sie es noch einmal.',
  leave: 'Diese Meldung schließen',
};
