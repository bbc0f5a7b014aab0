import type { DigestWords } from './words.js';

/** The words of a digest in Dutch. */
export const nl: DigestWords = {
  subject: (count) =>
    count === 1
      ? '1 nieuw bericht: informatiebeveiliging'
      : `${count} nieuwe berichten: informatiebeveiliging`,
  asked: 'Van u gevraagd',
  named: 'U wordt genoemd',
  isNew: 'Nieuw',
  until: (when) => `Tot ${when}`,
  overdue: (since) => `Te laat sinds ${since}`,
  from: (author) => `Van ${author}`,
  reply: (author) => `${author} heeft geantwoord`,
  more: (count) => `en nog ${count}`,
  nothing: 'De links openen pagina’s. Door ze te openen wordt niets vastgelegd.',
  why: {
    daily:
      'U krijgt deze e-mail hoogstens één keer per dag, met wat er sinds de vorige is gekomen.',
    weekly:
      'U krijgt deze e-mail hoogstens één keer per week, met wat er sinds de vorige is gekomen.',
  },
  stop: 'Deze samenvatting stoppen',
  stopQuestion:
    'Waarschuwingen blijven komen en u kunt op het portaal opnieuw kiezen. De e-mails met alles wat nieuw is beëindigen?',
  stopped:
    'U krijgt deze e-mails niet meer. Waarschuwingen blijven komen en u kunt op het portaal opnieuw kiezen.',
};
