import type { Words } from './pictures.strings.js';

/** The words around a picture in French. */
export const fr: Words = {
  enlarge: 'Afficher en taille réelle',
  failed: 'Cette image n’a pas pu être chargée. Elle s’affichera au retour de la connexion.',
};
