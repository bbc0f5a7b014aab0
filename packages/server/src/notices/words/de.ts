import type { Words } from './words.js';

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
