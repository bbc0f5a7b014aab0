import type { Words } from './attached.strings.js';

/** The words around files that stand in a message in Italian. */
export const it: Words = {
  files: 'File',
  save: 'Salva',
  saving: 'In arrivo …',
  failed: 'Non è arrivato. Riprovi.',
  gone: 'Non c’è più.',
  picture: 'Immagine',
  pdf: 'PDF',
  text: 'Testo',
  table: 'Tabella',
  slides: 'Presentazione',
  document: 'Documento',
  file: 'File',
};
