import type { DigestWords } from './words.js';

/** The words of a digest in English. */
export const en: DigestWords = {
  subject: (count) =>
    count === 1 ? '1 new item: information security' : `${count} new items: information security`,
  asked: 'Asked of you',
  named: 'You are named',
  isNew: 'New',
  until: (when) => `Until ${when}`,
  overdue: (since) => `Overdue since ${since}`,
  from: (author) => `From ${author}`,
  reply: (author) => `${author} replied`,
  more: (count) => `and ${count} more`,
  nothing: 'The links open pages. Nothing is recorded by opening them.',
  why: {
    daily: 'You get this mail once a day at most, with what has come since the last one.',
    weekly: 'You get this mail once a week at most, with what has come since the last one.',
  },
  stop: 'Stop this digest',
  stopQuestion:
    'Alerts still come, and you can choose again on the portal. End the mails with everything that is new?',
  stopped: 'You get no more such mails. Alerts still come, and you can choose again on the portal.',
};
