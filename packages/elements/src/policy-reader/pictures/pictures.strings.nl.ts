import type { Words } from './pictures.strings.js';

/** The words around a picture in Dutch. */
export const nl: Words = {
  enlarge: 'Op ware grootte tonen',
  failed: 'Deze afbeelding kon niet worden geladen. Ze verschijnt zodra er weer verbinding is.',
};
