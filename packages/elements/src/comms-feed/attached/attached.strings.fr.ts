import type { Words } from './attached.strings.js';

/** The words around files that stand in a message in French. */
export const fr: Words = {
  files: 'Fichiers',
  save: 'Enregistrer',
  saving: 'En route …',
  failed: 'Il n’est pas arrivé. Réessayez.',
  gone: 'Il n’est plus là.',
  picture: 'Image',
  pdf: 'PDF',
  text: 'Texte',
  table: 'Tableau',
  slides: 'Présentation',
  document: 'Document',
  file: 'Fichier',
};
