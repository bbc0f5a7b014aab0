import type { Words } from './isms-inbox.strings.js';

/** The words of `isms-inbox` in Dutch. */
export const nl: Words = {
  asked: 'Wat er van u wordt gevraagd',
  loading: 'Laden…',
  empty: 'Er wordt niets van u gevraagd.',
  last: (what, when) => `Laatst gedaan: ${what}, op ${when}.`,
  offline: 'Er is nu geen verbinding.',
  stale: 'Dit kon niet worden bijgewerkt.',
  todo: (n) => (n === 1 ? '1 ding te doen' : `${n} dingen te doen`),
  due: (when) => `uiterlijk ${when}`,
  was: (when) => `termijn verstreken ${when}`,
  firstDue: (when) => `het eerste uiterlijk ${when}`,
  firstWas: (when) => `de eerste termijn is verstreken ${when}`,
  display: 'Om te lezen',
  acknowledge: 'Ter kennisneming',
  agree: 'Om akkoord te geven',
  minutes: (count) => `ongeveer ${count} min.`,
  alert: 'Doe dit nu, alstublieft',
  task: (author) => `Taak, gevraagd door ${author}`,
  waits: 'op dit apparaat bewaard, nog niet verzonden',
  more: (n) => `nog ${n}`,
};
