import type { Words } from './mentioning.strings.js';

/** The words around naming people in Dutch. */
export const nl: Words = {
  found: (n) =>
    n === 0
      ? 'Niemand gevonden.'
      : n === 1
        ? 'Eén persoon: pijltjes kiezen, Enter neemt over.'
        : `${n} personen: pijltjes kiezen, Enter neemt over.`,
  people: 'Mensen die hier worden ingelicht',
  failed: 'Er kon niemand worden gezocht.',
};
