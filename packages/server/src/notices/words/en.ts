import type { Words } from './words.js';

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
