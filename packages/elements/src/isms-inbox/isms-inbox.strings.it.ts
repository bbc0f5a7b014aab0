import type { Words } from './isms-inbox.strings.js';

/** The words of `isms-inbox` in Italian. */
export const it: Words = {
  asked: 'Che cosa Le viene chiesto',
  loading: 'Caricamento…',
  empty: 'Non Le viene chiesto nulla.',
  last: (what, when) => `Fatto per ultimo: ${what}, il ${when}.`,
  offline: 'Al momento non c’è connessione.',
  stale: 'Non è stato possibile aggiornare.',
  todo: (n) => (n === 1 ? '1 cosa da fare' : `${n} cose da fare`),
  due: (when) => `scade ${when}`,
  was: (when) => `scadeva ${when}`,
  firstDue: (when) => `la prima scade ${when}`,
  firstWas: (when) => `la prima scadeva ${when}`,
  display: 'Da leggere',
  acknowledge: 'Di cui prendere atto',
  agree: 'Da accettare',
  minutes: (count) => `circa ${count} min`,
  alert: 'Si prega di agire subito',
  task: (author) => `Compito chiesto da ${author}`,
  waits: 'conservato su questo dispositivo, non ancora inviato',
  more: (n) => (n === 1 ? '1 altra' : `${n} altre`),
};
