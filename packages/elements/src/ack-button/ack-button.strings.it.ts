import type { en } from './ack-button.strings.js';

/** The words of `ack-button` in Italian. */
export const it: typeof en = {
  acknowledge: 'Ne ho preso atto',
  agree: 'Sono d’accordo',
  remaining: (n) => `Sezioni ancora da visualizzare: ${n ?? 'tutte'}.`,
  otherWay: 'Leggo in un altro modo (screen reader, carta).',
  answer: (n) => `Rispondi alle domande (${n})`,
  nothing: 'Qui non Le viene chiesto nulla.',
  sending: 'Invio in corso…',
  kept: 'Conservato su questo dispositivo, non ancora registrato.',
  open: 'Non ancora registrato, e questo browser non lo conserva: tenga aperta questa pagina.',
  later: 'Verrà inviato appena il servizio sarà raggiungibile.',
  signIn: 'Acceda di nuovo per inviarlo.',
  denied: 'Il servizio non lo accetta da Lei: si rivolga al supporto informatico.',
  send: 'Invia ora',
  missed: 'Non è stato registrato nulla. Riprovi.',
  recorded: (when) => `Registrato il ${when}.`,
  verified: 'La ricevuta è verificata.',
  unverified:
    'Non è stato possibile verificare la ricevuta: la salvi e avvisi il team di sicurezza.',
  save: 'Salva la ricevuta',
  more: 'Un’altra dichiarazione',
  changed: 'Non è stato registrato nulla: la richiesta è cambiata.',
  show: 'Mostra la richiesta attuale',
  refused: (reference) =>
    `Non è stato registrato nulla: il servizio lo ha rifiutato (riferimento ${reference}).`,
};
