import type { Words } from './elsewhere.strings.js';

/** The words of the search in other policies in Italian. */
export const it: Words = {
  look: 'Cerca nelle mie altre policy',
  looking: (n, of) => `Esaminate ${n} policy su ${of}…`,
  found: (hits, policies) =>
    `${hits === 1 ? '1 risultato' : `${hits} risultati`} in ${policies === 1 ? 'un’altra policy' : `altre ${policies} policy`}.`,
  none: (of) => (of === 1 ? 'Nulla nell’altra policy.' : `Nulla nelle altre ${of} policy.`),
  missed: (n) =>
    n === 1
      ? 'Non è stato possibile esaminare una policy.'
      : `Non è stato possibile esaminare ${n} policy.`,
  failed: 'Al momento le Sue altre policy non sono raggiungibili.',
  more: (n) => (n === 1 ? 'e un altro' : `e altri ${n}`),
  start: 'Inizio',
};
