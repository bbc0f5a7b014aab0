import type { Words } from './reacting.strings.js';

/** The words around what people say of messages with one press in Spanish. */
export const es: Words = {
  reactions: 'Lo que usted dice de esto',
  thanks: 'Gracias',
  question: 'Tengo una pregunta',
  write: 'Escribir su pregunta',
  asking: 'Quién tiene una pregunta',
  pin: 'Fijar',
  unpin: 'Soltar',
  pinned: (n) => `Fijados (${n})`,
  full: 'Ya hay cinco mensajes fijados. Suelte uno primero.',
  missed: 'No se ha tomado. Inténtelo de nuevo.',
  nobody: 'Ya nadie tiene una pregunta.',
  more: 'y otras personas',
};
