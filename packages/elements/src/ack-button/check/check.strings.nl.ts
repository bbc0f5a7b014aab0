import type { Words } from './check.strings.js';

/** The words of a knowledge check in Dutch. */
export const nl: Words = {
  title: (policy) => `Vragen over “${policy}”`,
  enough: (n, of) =>
    n === of ? 'Alle antwoorden moeten goed zijn.' : `${n} van de ${of} antwoorden goed is genoeg.`,
  recorded: 'Uw antwoorden en het aantal pogingen worden vastgelegd.',
  tries: (n) => `Resterende pogingen: ${n}.`,
  later: (when) => `U kunt het opnieuw proberen vanaf ${when}. De tekst blijft beschikbaar.`,
  loading: 'De vragen worden geladen…',
  unloaded: 'De vragen konden niet worden geladen. Er is een verbinding nodig.',
  several: 'Kies alle goede antwoorden.',
  unanswered: (n) => `Vraag ${n} is nog niet beantwoord.`,
  hand: 'Inleveren',
  handing: 'Wordt verzonden…',
  lost: 'Inleveren is niet gelukt. Uw antwoorden staan er nog.',
  refused: (reference) =>
    `Het inleveren is geweigerd en er is niets vastgelegd (kenmerk ${reference}).`,
  changed: 'De vragen zijn gewijzigd en er is niets vastgelegd. Beantwoord deze vragen.',
  passed: (right, of) => `Geslaagd: ${right} van de ${of} goed.`,
  missed: (right, of) => `Nog niet geslaagd: ${right} van de ${of} goed.`,
  right: 'Goed.',
  wrong: 'Niet goed.',
  solution: 'goed antwoord',
  retry: 'Opnieuw proberen',
  close: 'Sluiten',
  on: 'Verder',
};
