import type { Words } from './explaining.strings.js';

/** The words around terms in German. */
export const de: Words = {
  terms: 'Begriffe in diesem Text',
  show: 'Im Text zeigen',
  more: (title) => `Mehr in „${title}“`,
  close: 'Schließen',
};
