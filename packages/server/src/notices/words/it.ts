import type { Words } from './words.js';

/** The words of a notice in Italian. */
export const it: Words = {
  subject: (title) => `Da fare: ${title}`,
  untitled: 'sicurezza delle informazioni',
  todo: 'Cosa fare',
  until: (when) => `Entro ${when}`,
  from: (author, channel) => `${author} in «${channel}»`,
  open: 'Indica che è fatto',
  nothing: 'Il link apre il messaggio. Nulla viene registrato finché non si preme «Fatto».',
  why: (audience) => `Riceve questa e-mail una sola volta perché fa parte di: ${audience}.`,
};

/** The words of a notice about a task in Italian. */
export const itTask: Words = {
  ...it,
  subject: (title) => `Un’attività per Lei: ${title}`,
  from: (author) => `${author} glielo chiede`,
  open: 'Apri l’attività',
  nothing:
    'Il link apre l’attività. Nulla viene registrato finché non si indica lì com’è andata a finire.',
  why: () => 'Riceve questa e-mail una sola volta perché Le è stato chiesto personalmente.',
};
