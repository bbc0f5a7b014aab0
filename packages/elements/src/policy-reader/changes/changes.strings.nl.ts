import type { en } from './changes.strings.js';

/** What changed since a version, in Dutch. */
export const nl: typeof en = {
  title: 'Wat er is veranderd',
  since: (label) => `Veranderd sinds versie ${label}, waarvan u hebt kennisgenomen.`,
  show: 'De wijzigingen in de tekst tonen',
  hide: 'De tekst zonder wijzigingen tonen',
  list: 'Lijst van wijzigingen',
  working: 'Wordt vergeleken…',
  shown: (n) =>
    n === 1
      ? 'In de tekst wordt één wijziging getoond.'
      : `In de tekst worden ${n} wijzigingen getoond.`,
  same: 'De woorden van de tekst zijn dezelfde.',
  rewritten:
    'De tekst is opnieuw geschreven. Er valt niets te vergelijken: lees hem als een nieuwe tekst.',
  untranslated:
    'De vorige versie was er niet in deze taal, daarom zijn de teksten niet te vergelijken.',
  failed: 'De vorige versie kon niet worden geladen.',
  again: 'Opnieuw proberen',
  close: 'Sluiten',
  start: 'Begin',
  inserted: 'nieuw: ',
  deleted: 'vervallen: ',
  end: ' (einde)',
  added: 'Nieuw',
  removed: 'Vervallen',
  changed: 'Veranderd',
  link: 'Een link of afbeelding is veranderd',
  gone: 'Wat u las, is in deze versie niet gevonden.',
};
