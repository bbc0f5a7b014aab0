import type { Words } from './elsewhere.strings.js';

/** The words of the search in other policies in Dutch. */
export const nl: Words = {
  look: 'Zoeken in mijn andere beleidsstukken',
  looking: (n, of) => `${n} van ${of} beleidsstukken doorzocht…`,
  found: (hits, policies) =>
    `${hits === 1 ? '1 vindplaats' : `${hits} vindplaatsen`} in ${policies === 1 ? '1 ander beleidsstuk' : `${policies} andere beleidsstukken`}.`,
  none: (of) =>
    of === 1 ? 'Niets in het andere beleidsstuk.' : `Niets in de ${of} andere beleidsstukken.`,
  missed: (n) =>
    n === 1
      ? 'Eén beleidsstuk kon niet worden doorzocht.'
      : `${n} beleidsstukken konden niet worden doorzocht.`,
  failed: 'Uw andere beleidsstukken zijn op dit moment niet bereikbaar.',
  more: (n) => (n === 1 ? 'en nog 1' : `en nog ${n}`),
  start: 'Begin',
};
