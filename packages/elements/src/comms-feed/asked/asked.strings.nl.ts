import type { Words } from './asked.strings.js';

/** The words around who was asked in Dutch. */
export const nl: Words = {
  who: 'Wie het gedaan heeft',
  open: (n) => `Nog niet (${n})`,
  done: (n) => `Hebben het gedaan (${n})`,
  at: (when) => `zei dat op ${when}`,
  loading: 'Laden…',
  failed: 'Dit kon niet worden geladen.',
  again: 'Opnieuw proberen',
  close: 'Sluiten',
};
