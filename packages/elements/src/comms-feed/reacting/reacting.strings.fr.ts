import type { Words } from './reacting.strings.js';

/** The words around what people say of messages with one press in French. */
export const fr: Words = {
  reactions: 'Ce que vous en dites',
  thanks: 'Merci',
  question: 'J’ai une question',
  write: 'Écrire votre question',
  asking: 'Qui a une question',
  pin: 'Épingler',
  unpin: 'Détacher',
  pinned: (n) => `Épinglés (${n})`,
  full: 'Cinq messages sont déjà épinglés. Détachez-en un d’abord.',
  missed: 'Ce n’a pas été pris en compte. Réessayez.',
  nobody: 'Plus personne n’a de question.',
  more: 'et d’autres',
};
