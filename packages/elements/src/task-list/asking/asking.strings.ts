import type { ToolWords } from '../../tool-words.js';

/** The words around asking others in English: the ones every other language has too. */
export const en = {
  byMe: 'Asked by you',
  byAll: 'Everything that is asked',
  none: 'Nothing is open here.',
  failed: 'What is asked of others could not be loaded.',
  ask: 'Ask for something…',
  title: 'What is to be done',
  text: 'More about it (optional)',
  until: 'Until when (optional)',
  group: 'Group',
  whom: 'Who is asked',
  everybody: (n: number): string =>
    n === 1 ? 'Everybody in it (1 person)' : `Everybody in it (${n} people)`,
  some: 'Only people whom I name',
  name: 'Begin to type a name',
  chosen: 'People who are asked',
  remove: (name: string): string => `Do not ask ${name}`,
  send: (n: number): string => (n === 0 ? 'Ask' : n === 1 ? 'Ask 1 person' : `Ask ${n} people`),
  lacksTitle: 'Say what is to be done.',
  lacksPeople: 'Name at least one person.',
  unkept: 'This browser does not keep what you write: send it before you leave this page.',
  byName: 'people by name',
  doneBy: (n: number, of: number): string => `${n} of ${of} done`,
  declined: (n: number): string => `${n} cannot`,
  open: (n: number): string => `${n} open`,
  late: (n: number): string => `${n} late`,
  who: 'Who has done it',
  declinedBy: (n: number): string => `Say that it cannot be done (${n})`,
  openSince: (when: string): string => `asked once more on ${when}`,
  write: 'Comment…',
  askAgain: 'Ask once more',
  move: 'Reschedule…',
  doMove: 'Reschedule',
  noDate: 'Without a date there is time.',
  close: 'Close…',
  sure: (title: string): string => `Close “${title}”?`,
  closing:
    'Nobody needs to do it any more, and nobody can say anything about it. What was said is kept. This cannot be undone.',
  doClose: 'Close it for everybody',
  keepOpen: 'Keep it open',
  toAll: 'Comment to everybody',
  toOne: (name: string): string => `Comment to ${name}`,
  whyAgain: (name: string): string => `Why ${name} is asked once more`,
  somebody: 'this person',
  seenByAll: 'Everybody of whom this is asked sees it.',
  seenByOne: (name: string): string => `Only ${name} sees it, and who looks after this.`,
  toAllInstead: 'To everybody instead',
  lacksText: 'Write something first.',
  denied: 'You may not ask that of them.',
  notOpen: 'It is closed, or open for this person already, so this was not recorded.',
  isAsked: (title: string): string => `Recorded: “${title}” is asked.`,
  isAgain: (title: string): string => `Recorded: “${title}” is asked once more.`,
  isMoved: (title: string): string => `Recorded: “${title}” is rescheduled.`,
  isClosed: (title: string): string => `Recorded: “${title}” is closed.`,
  ended: 'Closed',
};

/** The words around asking others. */
export type Words = typeof en;

/** The words around asking others in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./asking.strings.de.js')).de,
    es: async () => (await import('./asking.strings.es.js')).es,
    fr: async () => (await import('./asking.strings.fr.js')).fr,
    it: async () => (await import('./asking.strings.it.js')).it,
    nl: async () => (await import('./asking.strings.nl.js')).nl,
  },
};
