import type { Words } from './status.strings.js';

/** The words around what becomes of reports in Italian. */
export const it: Words = {
  reports: 'Le mie segnalazioni',
  loading: 'Caricamento …',
  empty: 'Non ha segnalato nulla con il Suo nome.',
  failed: 'Non è stato possibile caricarlo.',
  again: 'Riprova',
  reportedOn: (when) => `segnalato il ${when}`,
  received: 'Ricevuta: nessuno l’ha ancora guardata',
  assessing: 'È in esame',
  handling: 'Ci si sta lavorando',
  closed: 'Chiusa',
  answers: (count) => (count === 1 ? '1 risposta' : `${count} risposte`),
  noticed: 'Che cosa ha notato',
  did: 'Che cosa aveva già fatto',
  files: 'File',
  history: 'Come è proseguita',
  resolved: 'Che cosa è stato fatto alla fine',
  thanks: 'Grazie. Ciò che ci ha detto è servito.',
  said: 'Risposte',
  none: 'Ancora nessuna risposta.',
  you: 'Lei',
  handler: 'Chi la gestisce',
  answer: 'La Sua risposta',
  seenBy: 'Lo legge chi la gestisce, e nessun altro.',
  send: 'Invia la risposta',
  lacking: 'Scriva prima qualcosa.',
  sending: 'Invio in corso …',
  waits:
    'Conservato su questo dispositivo, non ancora inviato. Viene inviato appena il servizio è raggiungibile.',
  unsafe: 'Non ancora inviato né conservato su questo dispositivo: lasci aperta questa pagina.',
  refused: (reference) =>
    `Il servizio l’ha rifiutato (riferimento ${reference}). Non è stato registrato nulla.`,
  missed: 'Non è stato preso nulla. Riprovi.',
  sendNow: 'Invia ora',
  takeBack: 'Modifica',
};
