import type { Words } from './reacting.strings.js';

/** The words around what people say of messages with one press in Italian. */
export const it: Words = {
  reactions: 'Che cosa ne dice',
  thanks: 'Grazie',
  question: 'Ho una domanda',
  write: 'Scrivere la domanda',
  asking: 'Chi ha una domanda',
  pin: 'Fissare',
  unpin: 'Togliere',
  pinned: (n) => `Fissati (${n})`,
  full: 'Cinque messaggi sono già fissati. Ne tolga prima uno.',
  missed: 'Non è stato preso. Riprovi.',
  nobody: 'Nessuno ha più una domanda.',
  more: 'e altre persone',
};
