import type { ToolWords } from '../../tool-words.js';

/** The words around files that go with a message in English: the ones every other language has too. */
export const en = {
  files: 'Files that go with it',
  stop: 'Stop',
  goOn: 'Go on',
  leaveOut: 'Remove',
  waiting: 'Waits for its turn',
  checked: 'Is being checked …',
  ready: 'Is there',
  stopped: (share: string): string => `Stopped at ${share}`,
  interrupted: (share: string): string =>
    `Interrupted at ${share}. It goes on when there is a connection.`,
  empty: 'This file is empty. Remove it.',
  large: (limit: string): string => `Larger than ${limit}. Make it smaller, or say where it is.`,
  refused:
    'Not taken. Taken are pictures (PNG, JPEG, GIF, WebP), PDF, text and CSV in UTF-8, and DOCX, XLSX and PPTX without macros.',
  progress: (name: string): string => `How much of ${name} has arrived`,
  arrived: (ready: number, all: number): string =>
    all === ready
      ? all === 1
        ? 'The file is there.'
        : `All ${all} files are there.`
      : `${ready} of ${all} files are there.`,
  many: (most: number): string => `A message takes ${most} files. The others were left out.`,
  underWay: 'Its files are still on their way. Post when they are there, or remove them.',
  remove: 'Remove the files that are not taken first.',
};

/** The words around files that go with a message. */
export type Words = typeof en;

/** The words around files that go with a message in every language. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./attaching.strings.de.js')).de,
    es: async () => (await import('./attaching.strings.es.js')).es,
    fr: async () => (await import('./attaching.strings.fr.js')).fr,
    it: async () => (await import('./attaching.strings.it.js')).it,
    nl: async () => (await import('./attaching.strings.nl.js')).nl,
  },
};
