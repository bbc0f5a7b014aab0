/** The words of `ack-button` in English: the ones every other language has too. */
export const en = {
  acknowledge: 'I acknowledge this',
  agree: 'I agree',
  remaining: (n?: number): string => `Sections still to be displayed: ${n ?? 'all'}.`,
  otherWay: 'I read it in another way (screen reader, paper).',
  answer: (n: number): string => `Answer the questions (${n})`,
  nothing: 'Nothing is asked of you here.',
  sending: 'Sending…',
  kept: 'Kept on this device, not yet recorded.',
  open: 'Not yet recorded, and not stored by this browser: keep this page open.',
  later: 'It is sent as soon as the service can be reached.',
  signIn: 'Sign in again to send it.',
  denied: 'The service does not take it from you: please ask your IT support.',
  send: 'Send now',
  missed: 'Nothing was recorded. Try again.',
  recorded: (when: string): string => `Recorded on ${when}.`,
  verified: 'The receipt is verified.',
  unverified: 'The receipt could not be verified: save it and tell your security team.',
  save: 'Save receipt',
  more: 'One more statement',
  changed: 'Nothing was recorded: what is asked has changed.',
  show: 'Show what is asked now',
  refused: (reference: string): string =>
    `Nothing was recorded: the service refused it (reference ${reference}).`,
};

/** The words of `ack-button`. */
export const strings = { name: 'ack-button', en } as const;
