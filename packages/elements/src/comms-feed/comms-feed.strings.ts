import type { ToolWords } from '../tool-words.js';

/** The words of `comms-feed` in English: the ones every other language has too. */
export const en = {
  groups: 'Groups',
  loading: 'Loading…',
  empty: 'There is no group for you yet.',
  choose: 'Choose a group.',
  back: 'All groups',
  search: 'Search',
  unread: (n: number): string => (n > 99 ? '99+ new' : `${n} new`),
  people: (n: number): string => (n === 1 ? 'One person' : `${n} people`),
  none: 'Nothing has been said here yet.',
  earlier: 'Loading earlier messages…',
  fresh: 'New',
  jump: 'Jump to first unread',
  below: (n: number): string => (n === 1 ? '1 new message below' : `${n} new messages below`),
  newest: 'To the newest message',
  arrived: (n: number): string => (n === 1 ? '1 new message' : `${n} new messages`),
  alerted: (what: string): string => `Please act now: ${what}`,
  broadcast: 'Announcement',
  alert: 'Please act now',
  edited: 'changed',
  you: 'you',
  withdrawn: (when: string): string => `Withdrawn on ${when}`,
  todo: 'What to do',
  until: (when: string): string => `Until ${when}`,
  done: 'Done',
  doneAt: (when: string): string => `You said on ${when} that this is done.`,
  count: (n: number, of: number): string => `${n} of ${of} have done it`,
  who: 'Who has done it',
  reply: 'Reply',
  replies: (n: number): string => (n === 1 ? '1 reply' : `${n} replies`),
  hide: 'Hide replies',
  more: 'More replies',
  edit: 'Edit',
  withdraw: 'Withdraw',
  sending: 'Sending…',
  kept: 'Kept on this device, not yet sent.',
  open: 'Not yet sent, and not stored by this browser: keep this page open.',
  later: 'It is sent as soon as the service can be reached.',
  signIn: 'Sign in again to send it.',
  denied: 'You may not say this here.',
  refused: (reference: string): string => `The service refused it (reference ${reference}).`,
  send: 'Send now',
  discard: 'Discard',
  missed: 'Nothing was taken. Try again.',
  outdated: 'The text was changed while you answered. Please look at it again.',
  offline: 'There is no connection right now.',
  stale: 'This could not be brought up to date.',
  table: 'Table',
};

/** The words of `comms-feed`. */
export type Words = typeof en;

/** The words of `comms-feed` in every language: loaded with the tag, so that other pages do not pay for them. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./comms-feed.strings.de.js')).de,
    es: async () => (await import('./comms-feed.strings.es.js')).es,
    fr: async () => (await import('./comms-feed.strings.fr.js')).fr,
    it: async () => (await import('./comms-feed.strings.it.js')).it,
    nl: async () => (await import('./comms-feed.strings.nl.js')).nl,
  },
};
