import type { Words } from './attaching.strings.js';

/** The words around files that go with a message in German. */
export const de: Words = {
  files: 'Dateien, die dazugehören',
  stop: 'Anhalten',
  goOn: 'Weiter',
  leaveOut: 'Entfernen',
  waiting: 'Wartet',
  checked: 'Wird geprüft …',
  ready: 'Ist da',
  stopped: (share) => `Angehalten bei ${share}`,
  interrupted: (share) =>
    `Unterbrochen bei ${share}. Es geht weiter, sobald es eine Verbindung gibt.`,
  empty: 'Diese Datei ist leer. Entfernen Sie sie.',
  large: (limit) => `Größer als ${limit}. Verkleinern Sie sie, oder sagen Sie, wo sie liegt.`,
  refused:
    'Nicht angenommen. Angenommen werden Bilder (PNG, JPEG, GIF, WebP), PDF, Text und CSV in UTF-8 sowie DOCX, XLSX und PPTX ohne Makros.',
  progress: (name) => `Wie viel von ${name} angekommen ist`,
  arrived: (ready, all) =>
    all === ready
      ? all === 1
        ? 'Die Datei ist da.'
        : `Alle ${all} Dateien sind da.`
      : `${ready} von ${all} Dateien sind da.`,
  many: (most) => `Eine Nachricht nimmt ${most} Dateien auf. Die übrigen wurden weggelassen.`,
  underWay:
    'Ihre Dateien sind noch unterwegs. Senden Sie die Nachricht, wenn sie da sind, oder entfernen Sie sie.',
  remove: 'Entfernen Sie zuerst die Dateien, die nicht angenommen wurden.',
};
