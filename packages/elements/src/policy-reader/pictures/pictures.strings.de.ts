import type { Words } from './pictures.strings.js';

/** The words around a picture in German. */
export const de: Words = {
  enlarge: 'So groß zeigen, wie es ist',
  failed: 'Dieses Bild konnte nicht geladen werden. Es kommt, wenn die Verbindung wieder da ist.',
};
