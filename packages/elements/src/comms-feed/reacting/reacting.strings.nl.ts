import type { Words } from './reacting.strings.js';

/** The words around what people say of messages with one press in Dutch. */
export const nl: Words = {
  reactions: 'Wat u ervan zegt',
  thanks: 'Bedankt',
  question: 'Ik heb een vraag',
  write: 'Schrijf uw vraag',
  asking: 'Wie een vraag heeft',
  pin: 'Vastzetten',
  unpin: 'Losmaken',
  pinned: (n) => `Vastgezet (${n})`,
  full: 'Er staan al vijf berichten vast. Maak er eerst een los.',
  missed: 'Het is niet overgenomen. Probeer het opnieuw.',
  nobody: 'Niemand heeft nog een vraag.',
  more: 'en anderen',
};
