import type { ToolWords } from '../../tool-words.js';

/** The words of what opens over the page in English: the ones every other language has too. */
export const en = {
  listen: 'Listen',
  view: 'View',
  scrolled: 'Scrolled',
  paged: 'Pages',
  size: 'Size',
  spacing: 'Spacing',
  width: 'Width',
  font: 'Typeface',
  theme: 'Page',
  smaller: 'Smaller',
  larger: 'Larger',
  tight: 'Tight',
  normal: 'Normal',
  loose: 'Loose',
  narrow: 'Narrow',
  wide: 'Wide',
  host: 'As the site',
  serif: 'Serif',
  sans: 'Sans',
  light: 'Light',
  sepia: 'Sepia',
  dark: 'Dark',
  line: 'Focus line',
  off: 'Off',
  one: 'One line',
  three: 'Three lines',
  fill: 'Full screen',
  leave: 'Leave full screen',
  keys: 'Keys in pages: ← → Page Up, Page Down, Space. Focus line: ↑ ↓. Escape closes a panel.',
  sections: (n: number, of: number): string => `${n} of ${of} sections were displayed`,
  time: (n: number): string => (n === 1 ? 'for one minute in all' : `for ${n} minutes in all`),
  less: 'for less than a minute in all',
  device: (name: string): string => `on ${name}`,
  bySight: 'as text on a screen',
  byAid: 'with a screen reader or another aid, as you say below',
  sentAt: (time: string): string => `last sent at ${time}`,
  unsent: 'nothing of it was sent yet',
  sent: 'This is sent while you read, so that you can go on from another device, and is summed up in your acknowledgement.',
  unknown:
    'Displayed does not mean read, and nobody is told that you have read something. Not recorded: what you select, copy or search, where you look, other pages and windows.',
  idle: 'Time counts only while this page is in front and you are active. It is never used alone to refuse an acknowledgement.',
  here: (texts: number): string =>
    texts === 0
      ? 'No text is kept on this device.'
      : texts === 1
        ? 'One text is kept on this device and opens without a connection.'
        : `${texts} texts are kept on this device and open without a connection.`,
  remove: 'Remove from this device',
  assistive: 'I use a screen reader or another aid',
  assistiveWhy: 'Then the time on screen says little, and the record says so.',
};

/** The words of what opens over the page. */
export type Words = typeof en;

/** The words of what opens over the page in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./panels.strings.de.js')).de,
    es: async () => (await import('./panels.strings.es.js')).es,
    fr: async () => (await import('./panels.strings.fr.js')).fr,
    it: async () => (await import('./panels.strings.it.js')).it,
    nl: async () => (await import('./panels.strings.nl.js')).nl,
  },
};
