import type { ClockWords, Words } from './words.js';

/** The words of a notice in German. */
export const de: Words = {
  subject: (title) => `Bitte handeln: ${title}`,
  untitled: 'Informationssicherheit',
  todo: 'Was zu tun ist',
  until: (when) => `Bis ${when}`,
  from: (author, channel) => `${author} in „${channel}“`,
  open: 'Als erledigt melden',
  nothing:
    'Der Link öffnet die Nachricht. Erfasst wird erst etwas, wenn Sie dort auf „Erledigt“ drücken.',
  why: (audience) => `Sie erhalten diese E-Mail einmal, weil Sie dazugehören: ${audience}.`,
};

/** The words of a notice about a task in German. */
export const deTask: Words = {
  ...de,
  subject: (title) => `Für Sie zu tun: ${title}`,
  from: (author) => `${author} bittet Sie`,
  open: 'Aufgabe öffnen',
  nothing:
    'Der Link öffnet die Aufgabe. Erfasst wird erst etwas, wenn Sie dort sagen, wie sie ausgegangen ist.',
  why: () => 'Sie erhalten diese E-Mail einmal, weil Sie namentlich gebeten wurden.',
};

/** The words of a warning before something is due in German. */
export const deClock: ClockWords = {
  ...de,
  subject: (title) => `Bald fällig: ${title}`,
  from: () => 'Eine gesetzliche Frist einer Meldung, die Sie bearbeiten',
  open: 'Meldung öffnen',
  nothing: 'Der Link öffnet die Meldung. Als gesendet gilt, was dort erfasst ist.',
  why: () => 'Sie erhalten diese E-Mail je Frist einmal, weil Sie Meldungen bearbeiten.',
  laws: {
    nis2: 'NIS-2',
    gdpr: 'DSGVO',
    dora: 'DORA',
    cra: 'CRA',
    whistleblowing: 'Hinweisgeberrichtlinie',
  },
  stages: {
    warning: 'Frühwarnung',
    notification: 'Meldung',
    progress: 'Fortschrittsbericht',
    final: 'Abschlussbericht',
    initial: 'Erstmeldung',
    intermediate: 'Zwischenbericht',
    acknowledgement: 'Eingangsbestätigung',
    feedback: 'Rückmeldung',
  },
  send: (stage, authority) =>
    `${stage} senden${authority === undefined ? '' : ` an: ${authority}`}`,
  answer: 'Der meldenden Person antworten',
};
