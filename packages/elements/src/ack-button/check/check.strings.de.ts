import type { Words } from './check.strings.js';

/** The words of a knowledge check in German. */
export const de: Words = {
  title: (policy) => `Fragen zu „${policy}“`,
  enough: (n, of) =>
    n === of
      ? 'Alle Antworten müssen richtig sein.'
      : `${n} von ${of} richtigen Antworten genügen.`,
  recorded: 'Die Antworten und die Zahl der Versuche werden erfasst.',
  tries: (n) => `Verbleibende Versuche: ${n}.`,
  later: (when) => `Der nächste Versuch ist ab ${when} möglich. Der Text steht bis dahin bereit.`,
  loading: 'Die Fragen werden geladen …',
  unloaded: 'Die Fragen konnten nicht geladen werden. Dafür ist eine Verbindung nötig.',
  several: 'Alles Richtige auswählen.',
  unanswered: (n) => `Frage ${n} ist noch nicht beantwortet.`,
  hand: 'Abgeben',
  handing: 'Wird gesendet …',
  lost: 'Die Abgabe ist nicht gelungen. Die Antworten sind noch da.',
  refused: (reference) =>
    `Die Abgabe wurde abgelehnt, und nichts wurde erfasst (Kennung ${reference}).`,
  changed: 'Die Fragen haben sich geändert, und nichts wurde erfasst. Bitte diese beantworten.',
  passed: (right, of) => `Bestanden: ${right} von ${of} richtig.`,
  missed: (right, of) => `Noch nicht bestanden: ${right} von ${of} richtig.`,
  right: 'Richtig.',
  wrong: 'Nicht richtig.',
  solution: 'richtige Antwort',
  retry: 'Noch einmal versuchen',
  close: 'Schließen',
  on: 'Weiter',
};
