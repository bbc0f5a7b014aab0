/** The words of `policy-list` in English: the ones every other language has too. */
export const en = {
  open: 'To do',
  done: (count: number): string => `Done (${count})`,
  loading: 'Loading…',
  empty: 'Nothing is asked of you right now.',
  offline: 'There is no connection right now.',
  stale: 'This list could not be brought up to date.',
  display: 'To read',
  acknowledge: 'To acknowledge',
  agree: 'To agree to',
  due: (when: string): string => `due ${when}`,
  was: (when: string): string => `was due ${when}`,
  displayed: (when: string): string => `Displayed on ${when}`,
  acknowledged: (when: string): string => `Acknowledged on ${when}`,
  exempted: 'Exempted',
  superseded: 'Replaced by a newer version',
  version: (label: string): string => `Version ${label}`,
  here: 'on this device',
  elsewhere: 'not on this device',
  minutes: (count: number): string => `about ${count} min`,
};

/** The words of `policy-list`. */
export const strings = { name: 'policy-list', en } as const;
