import type { Words } from './asked.strings.js';

/** The words around who was asked in German. */
export const de: Words = {
  who: 'Wer es erledigt hat',
  open: (n) => `Noch nicht (${n})`,
  done: (n) => `Haben es erledigt (${n})`,
  at: (when) => `hat es am ${when} gesagt`,
  loading: 'Wird geladen …',
  failed: 'Dies konnte nicht geladen werden.',
  again: 'Noch einmal versuchen',
  close: 'Schließen',
};
