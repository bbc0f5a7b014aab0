import type { en } from './policy-list.strings.js';

/** The words of `policy-list` in Italian. */
export const it: typeof en = {
  open: 'Da fare',
  done: (count) => `Fatto (${count})`,
  loading: 'Caricamento…',
  empty: 'Al momento non Le viene chiesto nulla.',
  offline: 'Al momento non c’è connessione.',
  stale: 'Non è stato possibile aggiornare questo elenco.',
  display: 'Da leggere',
  acknowledge: 'Di cui prendere atto',
  agree: 'Da accettare',
  due: (when) => `scade ${when}`,
  was: (when) => `scadeva ${when}`,
  displayed: (when) => `Visualizzato il ${when}`,
  acknowledged: (when) => `Preso atto il ${when}`,
  exempted: 'Esentato',
  superseded: 'Sostituito da una versione più recente',
  version: (label) => `Versione ${label}`,
  here: 'su questo dispositivo',
  elsewhere: 'non su questo dispositivo',
  minutes: (count) => `circa ${count} min`,
};
