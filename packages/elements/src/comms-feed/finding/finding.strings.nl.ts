import type { Words } from './finding.strings.js';

/** The words around a search in messages in Dutch. */
export const nl: Words = {
  title: 'Zoeken in deze groep',
  words: 'Woorden die in het bericht staan',
  searching: 'Bezig met zoeken…',
  found: (n, more) =>
    more ? `De nieuwste ${n} berichten` : n === 1 ? 'Eén bericht' : `${n} berichten`,
  none: 'In geen bericht staan al deze woorden.',
  reply: 'Antwoord',
  more: 'Oudere',
  offline: 'Er is nu geen verbinding: zoeken gaat niet.',
  failed: 'Het zoeken is niet gelukt.',
  again: 'Opnieuw proberen',
  close: 'Sluiten',
};
