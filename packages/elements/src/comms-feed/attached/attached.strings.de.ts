import type { Words } from './attached.strings.js';

/** The words around files that stand in a message in German. */
export const de: Words = {
  files: 'Dateien',
  save: 'Speichern',
  saving: 'Ist unterwegs …',
  failed: 'Sie ist nicht angekommen. Versuchen Sie es noch einmal.',
  gone: 'Sie ist nicht mehr da.',
  picture: 'Bild',
  pdf: 'PDF',
  text: 'Text',
  table: 'Tabelle',
  slides: 'Präsentation',
  document: 'Dokument',
  file: 'Datei',
};
