/** What stands between the person and the backend, and the way out, in English. */
export const en = {
  'signed-out': 'You are signed out. Sign in again, then try again.',
  'unknown-person': 'This service does not know you yet. Please ask your IT support.',
  unreachable: 'The policy service cannot be reached right now.',
  kept: (when: string): string =>
    `You see what this device has kept, as of ${when}. What you do waits here for the connection.`,
  'not-isms':
    'Something else answered in place of the policy service, perhaps a sign-in page. Reload this page.',
  waiting: 'Waiting for the connection.',
  loading: 'Loading…',
  failed: 'This could not be loaded.',
  absent: 'This is not offered here.',
  again: 'Try again',
};

/** What stands between the person and the backend, and the way out: the words of all elements. */
export const strings = { name: 'session-notice', en } as const;
