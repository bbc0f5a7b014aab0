import type { Words } from './incident-report.strings.js';

/** The words of `incident-report` in Italian. */
export const it: Words = {
  opener: 'Segnala qualcosa',
  close: 'Chiudi',
  noticed: 'Che cosa ha notato?',
  needsNoticed: 'Dica in poche parole che cosa ha notato.',
  seems: 'Che cosa sembra essere?',
  phishing: 'Un messaggio strano',
  'lost-device': 'Qualcosa di perso o rubato',
  'wrong-recipient': 'Inviato alla persona sbagliata',
  malware: 'Un dispositivo si comporta in modo strano',
  access: 'Qualcuno ha accesso e non dovrebbe',
  weakness: 'Qualcosa che non è sicuro',
  other: 'Altro, o non so',
  advice: 'Che cosa fare adesso',
  safe: 'Può continuare a lavorare senza rischi?',
  yes: 'Sì',
  unsure: 'Non so',
  no: 'No',
  when: 'Quando l’ha notato?',
  now: 'Proprio ora',
  earlier: 'Prima',
  at: 'Giorno e ora, se li sa',
  did: 'Che cosa ha già fatto?',
  files: 'Aggiungi foto o file',
  noFiles:
    'I file possono dire da dove vengono, perciò nessuno accompagna una segnalazione senza nome.',
  filesFailed: 'Ora non si possono aggiungere file. Riprovi.',
  privacy: 'Chi può vedere il Suo nome?',
  named: 'Con il mio nome',
  confidential: 'In confidenza',
  anonymous: 'Senza il mio nome',
  namedHint: 'Chi gestisce le segnalazioni vede chi è Lei, e può aiutarLa prima.',
  confidentialHint:
    'Chi gestisce le segnalazioni vede il Suo nome solo se lo scopre e dice perché. Questo resta registrato per sempre, e Lei può leggerlo.',
  anonymousHint:
    'A nessuno viene detto chi è Lei. Riceve un codice, una volta sola, con cui legge le risposte.',
  sees: 'Che cosa possono vedere gli altri',
  employer: 'Il Suo datore di lavoro',
  handler: 'Chi la gestisce',
  network: 'La rete',
  page: 'Questa pagina',
  namedEmployer:
    'La segnalazione è conservata con il Suo nome. Possono aprirla solo Lei e chi gestisce le segnalazioni; un revisore la vede senza il Suo nome.',
  confidentialEmployer:
    'La segnalazione è conservata con il Suo nome, sotto chiave. Un revisore vede la segnalazione e se il nome è stato scoperto, ma non il nome.',
  anonymousEmployer:
    'La segnalazione è conservata senza nulla che porti a Lei. Ciò che scrive può ancora tradirLa.',
  namedHandler: 'Il Suo nome, ciò che racconta e i Suoi file.',
  confidentialHandler:
    'Ciò che racconta e i Suoi file, ma non il Suo nome finché non viene scoperto.',
  anonymousHandler: 'Ciò che racconta, e nient’altro. Possono rispondere, ma non chiamarLa.',
  knownNetwork:
    'Che questo dispositivo parla con questo servizio mentre Lei ha effettuato l’accesso; non ciò che racconta.',
  anonymousNetwork:
    'Che da questo dispositivo è stato inviato qualcosa, quando e dove; non che cosa. Se è troppo, usi un altro dispositivo e un’altra rete.',
  knownPage: 'Tutto ciò che scrive qui: si fidi come si fida di questa intranet.',
  anonymousPage:
    'Questa pagina sa chi ha effettuato l’accesso e potrebbe vedere ciò che scrive. Non le viene detto nulla, ma non le si può impedire di guardare.',
  shared: 'Questo computer è condiviso: non conservare nulla qui',
  kept: 'Ciò che scrive è conservato cifrato su questo dispositivo finché non viene inviato.',
  unkept:
    'Ciò che scrive non è conservato su questo dispositivo. Lasci aperta questa pagina fino all’invio.',
  sendNamed: 'Invia la segnalazione',
  sendConfidential: 'Invia in confidenza',
  sendAnonymous: 'Invia senza il mio nome',
  sending: 'Invio in corso …',
  waits: 'Conservata su questo dispositivo, non ancora inviata.',
  unsafe: 'Non ancora inviata né conservata su questo dispositivo: lasci aperta questa pagina.',
  later: 'Viene inviata appena il servizio è raggiungibile.',
  signIn: 'Acceda di nuovo per inviarla.',
  refused: (reference) =>
    `Il servizio l’ha rifiutata (riferimento ${reference}). Non è stato registrato nulla.`,
  missed: 'Non è stato preso nulla. Ciò che ha scritto è ancora qui: riprovi.',
  sendNow: 'Invia ora',
  edit: 'Modifica',
  discard: 'Scarta',
  recorded: (when) => `Registrata il ${when}. Grazie per averlo detto.`,
  next: 'Chi gestisce le segnalazioni l’ha ricevuta. Le risposte sono qui sotto, nelle Sue segnalazioni.',
  receipt: 'Salva la ricevuta',
  another: 'Segnala altro',
  earlierReport: 'Ha segnalato questo in precedenza:',
  mine: 'Le mie segnalazioni e le risposte',
  byCode: 'Apri una segnalazione con il suo codice',
  statusFailed: 'Ora non si può caricare. Chiuda e riprovi.',
  loading: 'Caricamento …',
};
