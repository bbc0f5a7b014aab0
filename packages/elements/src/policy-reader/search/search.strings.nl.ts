import type { Words } from './search.strings.js';

/** The words of the search in Dutch. */
export const nl: Words = {
  title: 'Zoeken in het document',
  close: 'Sluiten',
  next: 'Volgende vindplaats',
  previous: 'Vorige vindplaats',
  hint: 'Enter gaat naar de volgende vindplaats, Shift en Enter naar de vorige.',
  searching: 'Wordt gezocht…',
  count: (n) => (n === 1 ? '1 vindplaats' : `${n.toLocaleString('nl')} vindplaatsen`),
  at: (n, of) => `Vindplaats ${n.toLocaleString('nl')} van ${of.toLocaleString('nl')}`,
  listed: (n) => `De eerste ${n} staan in de lijst. Met een woord meer worden het er minder.`,
  none: (query) =>
    `“${query}” staat niet in dit document. Probeer minder letters of een ander woord.`,
  start: 'Begin',
};
