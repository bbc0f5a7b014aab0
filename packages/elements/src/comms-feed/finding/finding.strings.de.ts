import type { Words } from './finding.strings.js';

/** The words around a search in messages in German. */
export const de: Words = {
  title: 'In dieser Gruppe suchen',
  words: 'Wörter, die in der Nachricht stehen',
  searching: 'Wird gesucht …',
  found: (n, more) =>
    more ? `Die neuesten ${n} Nachrichten` : n === 1 ? 'Eine Nachricht' : `${n} Nachrichten`,
  none: 'In keiner Nachricht stehen alle diese Wörter.',
  reply: 'Antwort',
  more: 'Ältere',
  offline: 'Es gibt gerade keine Verbindung: Suchen geht nicht.',
  failed: 'Die Suche ging nicht.',
  again: 'Noch einmal versuchen',
  close: 'Schließen',
};
