import type { Words } from './reacting.strings.js';

/** The words around what people say of messages with one press in German. */
export const de: Words = {
  reactions: 'Was Sie dazu sagen',
  thanks: 'Danke',
  question: 'Ich habe eine Frage',
  write: 'Frage schreiben',
  asking: 'Wer eine Frage hat',
  pin: 'Anheften',
  unpin: 'Lösen',
  pinned: (n) => `Angeheftet (${n})`,
  full: 'Fünf Nachrichten sind schon angeheftet. Lösen Sie zuerst eine.',
  missed: 'Es wurde nicht übernommen. Versuchen Sie es noch einmal.',
  nobody: 'Niemand hat mehr eine Frage.',
  more: 'und andere',
};
