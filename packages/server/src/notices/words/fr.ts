import type { Words } from './words.js';

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
