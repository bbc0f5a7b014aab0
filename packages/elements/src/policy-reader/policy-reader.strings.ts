/** The words of `policy-reader` in English: the ones every other language has too. */
export const en = {
  failed: 'This policy could not be loaded.',
  offline: 'The service cannot be reached.',
  elsewhere: 'This policy is not on this device.',
  missing: 'There is no such policy, or it is not open to you.',
  absent: 'This service does not offer policies.',
  search: 'Search',
  contents: 'Contents',
  type: 'Type and page',
  record: 'What is recorded',
  close: 'Close',
  version: (label: string): string => `Version ${label}`,
  effective: (day: string): string => `in effect since ${day}`,
  minutes: (n: number): string => (n === 1 ? 'about a minute' : `about ${n} minutes`),
  left: (n: number): string =>
    n < 1 ? 'almost at the end' : n === 1 ? 'a minute left' : `${n} minutes left`,
  page: (page: number, pages: number): string => `Page ${page} of ${pages}`,
  printed: (day: string): string => `printed ${day}`,
  next: 'Next page',
  previous: 'Previous page',
  progress: 'Place in the text',
  start: 'Beginning',
  displayed: 'displayed',
  language: 'Language',
  table: 'Table',
  resume: (section: string): string => `Last time you were at “${section}”`,
  on: (device: string): string => ` on ${device}`,
  go: 'Continue there',
  stay: 'Start here',
  back: (title: string): string => `Back to ${title}`,
  known: 'What your employer can see of this reading',
};

/** The words of `policy-reader`. */
export const strings = { name: 'policy-reader', en } as const;
