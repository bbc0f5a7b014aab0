import type { Words } from './marks.strings.js';

/** The words around marks in German. */
export const de: Words = {
  selected: 'Markierter Text',
  highlight: 'Hervorheben',
  write: 'Notiz',
  copy: 'Mit Quelle kopieren',
  copied: 'Mit Quelle kopiert.',
  uncopied: 'Der Browser hat das Kopieren nicht erlaubt.',
  mine: 'Meine Markierungen',
  mark: 'Meine Markierung',
  note: 'Meine Notiz',
  only: 'Nur auf diesem Gerät. Niemand sonst sieht es.',
  unkept:
    'Dieser Browser lässt uns das nicht behalten: Mit der Seite ist es weg. Kopieren Sie, was Sie geschrieben haben.',
  remove: 'Markierung entfernen',
  close: 'Schließen',
  missing: 'in dieser Fassung nicht gefunden',
  quoted: (text) => `„${text}“`,
  source: (title, facts, section) =>
    [title, facts, section && `„${section}“`].filter(Boolean).join(', '),
};
