import type { DigestWords } from './words.js';

/** The words of a digest in German. */
export const de: DigestWords = {
  subject: (count) =>
    count === 1
      ? '1 Neuigkeit: Informationssicherheit'
      : `${count} Neuigkeiten: Informationssicherheit`,
  asked: 'Von Ihnen erbeten',
  named: 'Sie werden genannt',
  isNew: 'Neu',
  until: (when) => `Bis ${when}`,
  overdue: (since) => `Überfällig seit ${since}`,
  from: (author) => `Von ${author}`,
  reply: (author) => `${author} hat geantwortet`,
  more: (count) => `und ${count} weitere`,
  nothing: 'Die Links öffnen Seiten. Durch das Öffnen wird nichts erfasst.',
  why: {
    daily:
      'Sie erhalten diese E-Mail höchstens einmal am Tag, mit dem, was seit der letzten gekommen ist.',
    weekly:
      'Sie erhalten diese E-Mail höchstens einmal in der Woche, mit dem, was seit der letzten gekommen ist.',
  },
  stop: 'Diese Zusammenfassung abbestellen',
  stopQuestion:
    'Warnungen kommen weiterhin, und auf dem Portal können Sie neu wählen. Sollen die E-Mails mit allem Neuen enden?',
  stopped:
    'Sie erhalten keine solchen E-Mails mehr. Warnungen kommen weiterhin, und auf dem Portal können Sie neu wählen.',
};
