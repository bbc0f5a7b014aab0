import type { ToolWords } from '../tool-words.js';

/** The words of `task-list` in English: the ones every other language has too. */
export const en = {
  asked: 'Tasks asked of you',
  loading: 'Loading…',
  empty: 'Nothing is asked of you.',
  offline: 'There is no connection right now.',
  stale: 'This could not be brought up to date.',
  by: (author: string): string => `asked by ${author}`,
  due: (when: string): string => `due ${when}`,
  was: (when: string): string => `was due ${when}`,
  until: (when: string): string => `Until ${when}`,
  gone: 'This task is not there, or it is not asked of you.',
  done: 'Done',
  decline: 'Cannot be done…',
  reason: 'Why can it not be done?',
  needsReason: 'Say why it cannot be done, so that whoever asks can help.',
  sayReason: 'Say that it cannot be done',
  cancel: 'Cancel',
  comment: 'Comment',
  seenBy: 'Whoever asks sees it, and nobody else of whom this is asked.',
  send: 'Send',
  said: 'What happened so far',
  saidFailed: 'What happened so far could not be loaded.',
  table: 'Table',
  again: 'Try again',
  stepDone: 'done',
  stepDeclined: 'cannot be done',
  stepReopened: 'asked once more',
  stepDue: (when: string): string => `due ${when}`,
  stepNoDue: 'no due date any more',
  stepClosed: 'closed',
  doneAt: (when: string): string => `You said on ${when} that this is done.`,
  declinedAt: (when: string): string => `You said on ${when} that this cannot be done.`,
  closedAt: (when: string): string => `Closed on ${when}: nobody needs to do this any more.`,
  isDone: (title: string): string => `Recorded: “${title}” is done.`,
  isDeclined: (title: string): string => `Recorded: “${title}” cannot be done.`,
  isSaid: (title: string): string => `Your comment on “${title}” is recorded.`,
  ended: 'Done and ended',
  noneEnded: 'Nothing yet.',
  to: (name: string): string => `to ${name}`,
  yours: 'Your comment',
  sending: 'Sending…',
  waits: 'kept on this device, not yet sent',
  kept: 'Kept on this device, not yet sent.',
  unsafe: 'Not yet sent, and not stored by this browser: keep this page open.',
  later: 'It is sent as soon as the service can be reached.',
  signIn: 'Sign in again to send it.',
  denied: 'You may not say this here.',
  notOpen: 'This is not asked of you any more, so it was not recorded.',
  refused: (reference: string): string =>
    `The service refused it (reference ${reference}). Nothing was recorded.`,
  sendNow: 'Send now',
  takeBack: 'Edit it',
  discard: 'Discard',
  missed: 'Nothing was taken. Try again.',
};

/** The words of `task-list`. */
export type Words = typeof en;

/** The words of `task-list` in every language: loaded with the tag, so that other pages do not pay for them. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./task-list.strings.de.js')).de,
    es: async () => (await import('./task-list.strings.es.js')).es,
    fr: async () => (await import('./task-list.strings.fr.js')).fr,
    it: async () => (await import('./task-list.strings.it.js')).it,
    nl: async () => (await import('./task-list.strings.nl.js')).nl,
  },
};
