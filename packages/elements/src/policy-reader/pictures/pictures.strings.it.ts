import type { Words } from './pictures.strings.js';

/** The words around a picture in Italian. */
export const it: Words = {
  enlarge: 'Mostra a grandezza reale',
  failed: 'Non è stato possibile caricare questa immagine. Comparirà quando torna la connessione.',
};
