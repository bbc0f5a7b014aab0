import type { Words } from './elsewhere.strings.js';

/** The words of the search in other policies in German. */
export const de: Words = {
  look: 'In meinen anderen Richtlinien suchen',
  looking: (n, of) => `${n} von ${of} Richtlinien durchsucht …`,
  found: (hits, policies) =>
    `${hits === 1 ? '1 Treffer' : `${hits} Treffer`} in ${policies === 1 ? '1 anderen Richtlinie' : `${policies} anderen Richtlinien`}.`,
  none: (of) =>
    of === 1 ? 'Nichts in der anderen Richtlinie.' : `Nichts in den ${of} anderen Richtlinien.`,
  missed: (n) =>
    n === 1
      ? 'Eine Richtlinie konnte nicht durchsucht werden.'
      : `${n} Richtlinien konnten nicht durchsucht werden.`,
  failed: 'Ihre anderen Richtlinien sind gerade nicht erreichbar.',
  more: (n) => (n === 1 ? 'und 1 weiterer' : `und ${n} weitere`),
  start: 'Anfang',
};
