import type { Words } from './status.strings.js';

/** The words around what becomes of reports in German. */
export const de: Words = {
  reports: 'Meine Meldungen',
  loading: 'Wird geladen …',
  empty: 'Unter Ihrem Namen haben Sie nichts gemeldet.',
  failed: 'Das konnte nicht geladen werden.',
  again: 'Noch einmal versuchen',
  reportedOn: (when) => `gemeldet am ${when}`,
  received: 'Eingegangen: noch hat niemand sie angesehen',
  assessing: 'Sie wird geprüft',
  handling: 'Daran wird gearbeitet',
  closed: 'Abgeschlossen',
  answers: (count) => (count === 1 ? '1 Antwort' : `${count} Antworten`),
  noticed: 'Was Ihnen aufgefallen ist',
  did: 'Was Sie schon getan haben',
  files: 'Dateien',
  history: 'Wie es weiterging',
  unlocks: 'Wer sich Ihren Namen hat zeigen lassen, und warum',
  resolved: 'Was am Ende getan wurde',
  thanks: 'Danke. Was Sie gesagt haben, hat etwas bewirkt.',
  said: 'Antworten',
  none: 'Noch keine Antwort.',
  you: 'Sie',
  handler: 'Wer die Meldung bearbeitet',
  answer: 'Ihre Antwort',
  seenBy: 'Das liest, wer die Meldung bearbeitet, und sonst niemand.',
  send: 'Antwort senden',
  lacking: 'Schreiben Sie zuerst etwas.',
  sending: 'Wird gesendet …',
  waits:
    'Auf diesem Gerät aufbewahrt, noch nicht gesendet. Es wird gesendet, sobald der Dienst erreichbar ist.',
  unsafe:
    'Noch nicht gesendet und auf diesem Gerät nicht gespeichert: Lassen Sie diese Seite offen.',
  refused: (reference) =>
    `Der Dienst hat es abgelehnt (Kennung ${reference}). Nichts wurde festgehalten.`,
  missed: 'Nichts wurde übernommen. Versuchen Sie es noch einmal.',
  sendNow: 'Jetzt senden',
  takeBack: 'Bearbeiten',
};
