import type { Words } from './marks.strings.js';

/** The words around marks in French. */
export const fr: Words = {
  selected: 'Texte sélectionné',
  highlight: 'Surligner',
  write: 'Note',
  copy: 'Copier avec la source',
  copied: 'Copié, avec la source.',
  uncopied: 'Le navigateur n’a pas permis de copier.',
  mine: 'Mes repères',
  mark: 'Mon repère',
  note: 'Ma note',
  only: 'Sur cet appareil seulement. Personne d’autre ne le voit.',
  unkept:
    'Ce navigateur ne nous permet pas de le conserver\u00a0: il disparaît avec la page. Copiez ce que vous avez écrit.',
  remove: 'Retirer le repère',
  close: 'Fermer',
  missing: 'introuvable dans cette version',
  quoted: (text) => `«\u00a0${text}\u00a0»`,
  source: (title, facts, section) =>
    [title, facts, section && `«\u00a0${section}\u00a0»`].filter(Boolean).join(', '),
};
