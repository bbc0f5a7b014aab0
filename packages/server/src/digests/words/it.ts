import type { DigestWords } from './words.js';

/** The words of a digest in Italian. */
export const it: DigestWords = {
  subject: (count) =>
    count === 1
      ? '1 novità: sicurezza delle informazioni'
      : `${count} novità: sicurezza delle informazioni`,
  asked: 'Che cosa le è chiesto',
  named: 'Si parla di Lei',
  isNew: 'Nuovo',
  until: (when) => `Entro il ${when}`,
  overdue: (since) => `Scaduto dal ${since}`,
  from: (author) => `Da ${author}`,
  reply: (author) => `${author} ha risposto`,
  more: (count) => `e altri ${count}`,
  nothing: 'I link aprono pagine. Nulla viene registrato per averle aperte.',
  why: {
    daily:
      'Riceve questa e-mail al massimo una volta al giorno, con ciò che è arrivato dopo l’ultima.',
    weekly:
      'Riceve questa e-mail al massimo una volta alla settimana, con ciò che è arrivato dopo l’ultima.',
  },
  stop: 'Non ricevere più questo riepilogo',
  stopQuestion:
    'Gli avvisi continuano ad arrivare e può scegliere di nuovo sul portale. Terminare le e-mail con le novità?',
  stopped:
    'Non riceverà più queste e-mail. Gli avvisi continuano ad arrivare e può scegliere di nuovo sul portale.',
};
