import type { ClockWords, Words } from './words.js';

/** The words of a notice in Dutch. */
export const nl: Words = {
  subject: (title) => `Actie gevraagd: ${title}`,
  untitled: 'informatiebeveiliging',
  todo: 'Wat te doen',
  until: (when) => `Tot ${when}`,
  from: (author, channel) => `${author} in “${channel}”`,
  open: 'Meld dat het gedaan is',
  nothing: 'De link opent het bericht. Er wordt pas iets vastgelegd als u daar op ‘Gedaan’ drukt.',
  why: (audience) => `U krijgt deze e-mail één keer, omdat u hoort bij: ${audience}.`,
};

/** The words of a notice about a task in Dutch. */
export const nlTask: Words = {
  ...nl,
  subject: (title) => `Een taak voor u: ${title}`,
  from: (author) => `${author} vraagt het u`,
  open: 'Taak openen',
  nothing: 'De link opent de taak. Er wordt pas iets vastgelegd als u daar zegt hoe het afliep.',
  why: () => 'U krijgt deze e-mail één keer, omdat het u bij naam is gevraagd.',
};

/** The words of a warning before something is due in Dutch. */
export const nlClock: ClockWords = {
  ...nl,
  subject: (title) => `Bijna te laat: ${title}`,
  from: () => 'Een wettelijke termijn van een melding die u behandelt',
  open: 'Melding openen',
  nothing: 'De link opent de melding. Wat verstuurd is, telt pas als het daar is vastgelegd.',
  why: () => 'U krijgt deze e-mail één keer per termijn, omdat u meldingen behandelt.',
  laws: {
    nis2: 'NIS2',
    gdpr: 'AVG',
    dora: 'DORA',
    cra: 'CRA',
    whistleblowing: 'klokkenluidersrichtlijn',
  },
  stages: {
    warning: 'vroegtijdige waarschuwing',
    notification: 'melding',
    progress: 'voortgangsverslag',
    final: 'eindverslag',
    initial: 'eerste kennisgeving',
    intermediate: 'tussentijds verslag',
    acknowledgement: 'ontvangstbevestiging',
    feedback: 'feedback',
  },
  send: (stage, authority) =>
    `Versturen: ${stage}${authority === undefined ? '' : ` (${authority})`}`,
  answer: 'Antwoorden aan wie gemeld heeft',
};
