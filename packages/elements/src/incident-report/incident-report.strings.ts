import type { ToolWords } from '../tool-words.js';

/** The words of `incident-report` in English: the ones every other language has too. */
export const en = {
  opener: 'Report something',
  close: 'Close',
  noticed: 'What did you notice?',
  needsNoticed: 'Say in a few words what you noticed.',
  seems: 'What does it seem to be?',
  phishing: 'A strange message',
  'lost-device': 'Something lost or stolen',
  'wrong-recipient': 'Sent to the wrong person',
  malware: 'A device behaves strangely',
  access: 'Somebody has access who should not',
  weakness: 'Something that is not safe',
  other: 'Something else, or I am not sure',
  advice: 'What to do right now',
  safe: 'Are you safe to go on working?',
  yes: 'Yes',
  unsure: 'I am not sure',
  no: 'No',
  when: 'When did you notice it?',
  now: 'Just now',
  earlier: 'Earlier',
  at: 'Day and time, if you know',
  did: 'What did you already do?',
  files: 'Add photos or files',
  noFiles: 'Files may say where they come from, so none go with a report without a name.',
  filesFailed: 'Files cannot be added right now. Try again.',
  privacy: 'Who may see your name?',
  named: 'With my name',
  confidential: 'In confidence',
  anonymous: 'Without my name',
  namedHint: 'Those who handle reports see who you are, and can help you sooner.',
  confidentialHint:
    'Those who handle reports see your name only if they unlock it and say why. That is recorded for good, and you can read it.',
  anonymousHint:
    'Nobody is told who you are. You get a code, once, with which you read the answers.',
  sees: 'What others can see',
  employer: 'Your employer',
  handler: 'Those who handle it',
  network: 'The network',
  page: 'This page',
  namedEmployer:
    'The report is kept with your name. Nobody can open it but you and those who handle reports; an auditor can, without your name.',
  confidentialEmployer:
    'The report is kept with your name, which is locked. An auditor sees the report, and whether it was unlocked, but not your name.',
  anonymousEmployer:
    'The report is kept without anything that leads to you. What you write may still give you away.',
  namedHandler: 'Your name, what you tell and your files.',
  confidentialHandler: 'What you tell and your files, but not your name unless they unlock it.',
  anonymousHandler: 'What you tell, and nothing else. They can answer, not call you.',
  knownNetwork:
    'That this device talks to this service while you are signed in; not what you tell.',
  anonymousNetwork:
    'That something was sent from this device, when and where; not what. If that is too much, use another device and network.',
  knownPage: 'Everything that you type here: trust it as you trust this intranet.',
  anonymousPage:
    'This page knows who is signed in, and could see what you type. Nothing is told to it, but it cannot be kept from looking.',
  shared: 'This is a shared computer: keep nothing here',
  kept: 'What you write is kept on this device, encrypted, until it is sent.',
  unkept: 'What you write is not kept on this device. Keep this page open until it is sent.',
  sendNamed: 'Send the report',
  sendConfidential: 'Send in confidence',
  sendAnonymous: 'Send without my name',
  sending: 'Sending…',
  waits: 'Kept on this device, not yet sent.',
  unsafe: 'Not yet sent, and not stored on this device: keep this page open.',
  later: 'It is sent as soon as the service can be reached.',
  signIn: 'Sign in again to send it.',
  refused: (reference: string): string =>
    `The service refused it (reference ${reference}). Nothing was recorded.`,
  missed: 'Nothing was taken. What you wrote is still here: try again.',
  sendNow: 'Send now',
  edit: 'Edit it',
  discard: 'Discard',
  recorded: (when: string): string => `Recorded on ${when}. Thank you for telling us.`,
  next: 'Those who handle reports have it. You find their answers below, under your reports.',
  receipt: 'Save the receipt',
  another: 'Report something else',
  earlierReport: 'You reported this earlier:',
  mine: 'My reports and the answers',
  byCode: 'Open a report by its code',
  statusFailed: 'This cannot be loaded right now. Close it and try again.',
  loading: 'Loading…',
};

/** The words of `incident-report`. */
export type Words = typeof en;

/** The words of `incident-report` in every language: loaded with the tag, so that other pages do not pay for them. */
export const strings: ToolWords<Words> = {
  en,
  others: {
    de: async () => (await import('./incident-report.strings.de.js')).de,
    es: async () => (await import('./incident-report.strings.es.js')).es,
    fr: async () => (await import('./incident-report.strings.fr.js')).fr,
    it: async () => (await import('./incident-report.strings.it.js')).it,
    nl: async () => (await import('./incident-report.strings.nl.js')).nl,
  },
};
