import type { Words } from './attached.strings.js';

/** The words around files that stand in a message in Dutch. */
export const nl: Words = {
  files: 'Bestanden',
  save: 'Opslaan',
  saving: 'Onderweg …',
  failed: 'Het is niet aangekomen. Probeer het opnieuw.',
  gone: 'Het is er niet meer.',
  picture: 'Afbeelding',
  pdf: 'PDF',
  text: 'Tekst',
  table: 'Tabel',
  slides: 'Presentatie',
  document: 'Document',
  file: 'Bestand',
};
