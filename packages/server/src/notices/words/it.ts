import type { ClockWords, Words } from './words.js';

/** The words of a notice in Italian. */
export const it: Words = {
  subject: (title) => `Da fare: ${title}`,
  untitled: 'sicurezza delle informazioni',
  todo: 'Cosa fare',
  until: (when) => `Entro ${when}`,
  from: (author, channel) => `${author} in «${channel}»`,
  open: 'Indica che è fatto',
  nothing: 'Il link apre il messaggio. Nulla viene registrato finché non si preme «Fatto».',
  why: (audience) => `Riceve questa e-mail una sola volta perché fa parte di: ${audience}.`,
};

/** The words of a notice about a task in Italian. */
export const itTask: Words = {
  ...it,
  subject: (title) => `Un’attività per Lei: ${title}`,
  from: (author) => `${author} glielo chiede`,
  open: 'Apri l’attività',
  nothing:
    'Il link apre l’attività. Nulla viene registrato finché non si indica lì com’è andata a finire.',
  why: () => 'Riceve questa e-mail una sola volta perché Le è stato chiesto personalmente.',
};

/** The words of a warning before something is due in Italian. */
export const itClock: ClockWords = {
  ...it,
  subject: (title) => `In scadenza: ${title}`,
  from: () => 'Un termine di legge di una segnalazione che Lei gestisce',
  open: 'Apri la segnalazione',
  nothing:
    'Il link apre la segnalazione. Ciò che è stato inviato conta solo quando è registrato lì.',
  why: () => 'Riceve questa e-mail una volta per ogni termine perché gestisce le segnalazioni.',
  laws: {
    nis2: 'NIS 2',
    gdpr: 'GDPR',
    dora: 'DORA',
    cra: 'CRA',
    whistleblowing: 'direttiva sul whistleblowing',
  },
  stages: {
    warning: 'preallarme',
    notification: 'notifica',
    progress: 'relazione sui progressi',
    final: 'relazione finale',
    initial: 'notifica iniziale',
    intermediate: 'relazione intermedia',
    acknowledgement: 'avviso di ricevimento',
    feedback: 'riscontro',
  },
  send: (stage, authority) =>
    `Inviare: ${stage}${authority === undefined ? '' : ` (${authority})`}`,
  answer: 'Rispondere a chi ha segnalato',
};
