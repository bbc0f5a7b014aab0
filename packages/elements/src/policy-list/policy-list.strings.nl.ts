import type { en } from './policy-list.strings.js';

/** The words of `policy-list` in Dutch. */
export const nl: typeof en = {
  open: 'Te doen',
  done: (count) => `Afgerond (${count})`,
  loading: 'Wordt geladen…',
  empty: 'Er wordt nu niets van u gevraagd.',
  offline: 'Er is nu geen verbinding.',
  stale: 'Deze lijst kon niet worden bijgewerkt.',
  display: 'Om te lezen',
  acknowledge: 'Ter kennisneming',
  agree: 'Om akkoord te geven',
  due: (when) => `uiterlijk ${when}`,
  was: (when) => `termijn verstreken ${when}`,
  displayed: (when) => `Weergegeven op ${when}`,
  acknowledged: (when) => `Kennisgenomen op ${when}`,
  exempted: 'Vrijgesteld',
  superseded: 'Vervangen door een nieuwere versie',
  version: (label) => `Versie ${label}`,
  here: 'op dit apparaat',
  elsewhere: 'niet op dit apparaat',
  minutes: (count) => `ongeveer ${count} min.`,
};
