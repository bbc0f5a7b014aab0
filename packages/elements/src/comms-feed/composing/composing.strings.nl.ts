import type { Words } from './composing.strings.js';

/** The words around writing in Dutch. */
export const nl: Words = {
  kind: 'Wat is het?',
  discussion: 'Iets om te bespreken',
  broadcast: 'Een mededeling',
  alert: 'Een oproep: iedereen doet nu iets',
  title: 'Titel',
  text: 'Uw bericht',
  reply: 'Uw antwoord',
  again: 'Uw bericht, gewijzigd',
  action: 'Wat iedereen moet doen',
  due: 'Tot wanneer (mag leeg blijven)',
  post: 'Plaatsen',
  answer: 'Antwoord plaatsen',
  announce: 'Meedelen',
  save: 'Opslaan',
  cancel: 'Annuleren',
  keys: 'Ctrl of ⌘ en Enter verzenden het.',
  attach: 'Bestanden toevoegen',
  attachAgain: 'De bestanden zijn hier niet meer. Voeg ze opnieuw toe.',
  lacking: 'Hier ontbreekt nog iets.',
  unkept: 'Deze browser bewaart geen concepten: het gaat verloren als u deze pagina verlaat.',
  missed: 'Het is niet overgenomen. Probeer het opnieuw.',
  changed: 'Dit bericht kan niet meer worden gewijzigd.',
  tell: (people) => (people === 1 ? 'Eén persoon oproepen' : `${people} personen oproepen`),
  sure: (people) =>
    people === 1
      ? 'Dit vraagt één persoon meteen iets te doen.'
      : `Dit vraagt ${people} personen meteen iets te doen.`,
  notYet: 'Nog niet',
  withdraw: 'Intrekken',
  withdrawing: 'Dit bericht intrekken?',
  gone: 'Niemand ziet de tekst hier nog. In de registratie blijft hij.',
  keep: 'Behouden',
};
