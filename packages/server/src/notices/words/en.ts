import type { ClockWords, Words } from './words.js';

/** The words of a notice in English. */
export const en: Words = {
  subject: (title) => `Please act: ${title}`,
  untitled: 'information security',
  todo: 'What to do',
  until: (when) => `Until ${when}`,
  from: (author, channel) => `${author} in “${channel}”`,
  open: 'Say that it is done',
  nothing: 'The link opens the message. Nothing is recorded before you press Done there.',
  why: (audience) => `You get this mail once, because you belong to: ${audience}.`,
};

/** The words of a notice about a task in English. */
export const enTask: Words = {
  ...en,
  subject: (title) => `For you to do: ${title}`,
  from: (author) => `${author} asks you`,
  open: 'Open the task',
  nothing: 'The link opens the task. Nothing is recorded before you say there how it ended.',
  why: () => 'You get this mail once, because you were asked by name.',
};

/** The words of a warning before something is due in English. */
export const enClock: ClockWords = {
  ...en,
  subject: (title) => `Due soon: ${title}`,
  from: () => 'A legal deadline of a report that you handle',
  open: 'Open the report',
  nothing: 'The link opens the report. What was sent counts as sent once it is recorded there.',
  why: () => 'You get this mail once for each deadline, because you handle reports.',
  laws: {
    nis2: 'NIS2',
    gdpr: 'GDPR',
    dora: 'DORA',
    cra: 'CRA',
    whistleblowing: 'Whistleblowing Directive',
  },
  stages: {
    warning: 'early warning',
    notification: 'notification',
    progress: 'progress report',
    final: 'final report',
    initial: 'initial notification',
    intermediate: 'intermediate report',
    acknowledgement: 'acknowledgement of receipt',
    feedback: 'feedback',
  },
  send: (stage, authority) => `Send ${stage}${authority === undefined ? '' : ` to ${authority}`}`,
  answer: 'Answer whoever reported',
};
