import type { ClockWords, Words } from './words.js';

/** The words of a notice in French. */
export const fr: Words = {
  subject: (title) => `À faire : ${title}`,
  untitled: 'sécurité de l’information',
  todo: 'Ce qu’il faut faire',
  until: (when) => `Jusqu’au ${when}`,
  from: (author, channel) => `${author} dans « ${channel} »`,
  open: 'Indiquer que c’est fait',
  nothing:
    'Le lien ouvre le message. Rien n’est enregistré avant que vous n’y appuyiez sur « Fait ».',
  why: (audience) =>
    `Vous recevez ce courriel une seule fois, car vous faites partie de : ${audience}.`,
};

/** The words of a notice about a task in French. */
export const frTask: Words = {
  ...fr,
  subject: (title) => `Une tâche pour vous : ${title}`,
  from: (author) => `${author} vous le demande`,
  open: 'Ouvrir la tâche',
  nothing:
    'Le lien ouvre la tâche. Rien n’est enregistré avant que vous n’y indiquiez comment elle s’est terminée.',
  why: () => 'Vous recevez ce courriel une seule fois, car cela vous est demandé nommément.',
};

/** The words of a warning before something is due in French. */
export const frClock: ClockWords = {
  ...fr,
  subject: (title) => `Bientôt à échéance : ${title}`,
  from: () => 'Un délai légal d’un signalement que vous traitez',
  open: 'Ouvrir le signalement',
  nothing: 'Le lien ouvre le signalement. Ce qui a été envoyé ne compte qu’une fois enregistré là.',
  why: () => 'Vous recevez ce courriel une fois par délai, car vous traitez des signalements.',
  laws: {
    nis2: 'NIS 2',
    gdpr: 'RGPD',
    dora: 'DORA',
    cra: 'CRA',
    whistleblowing: 'directive sur les lanceurs d’alerte',
  },
  stages: {
    warning: 'alerte précoce',
    notification: 'notification',
    progress: 'rapport d’avancement',
    final: 'rapport final',
    initial: 'notification initiale',
    intermediate: 'rapport intermédiaire',
    acknowledgement: 'accusé de réception',
    feedback: 'retour d’informations',
  },
  send: (stage, authority) =>
    `Envoyer : ${stage}${authority === undefined ? '' : ` (${authority})`}`,
  answer: 'Répondre à l’auteur du signalement',
};
