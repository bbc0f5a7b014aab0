import type { Words } from './marks.strings.js';

/** The words around marks in Dutch. */
export const nl: Words = {
  selected: 'Geselecteerde tekst',
  highlight: 'Markeren',
  write: 'Notitie',
  copy: 'Met bron kopiëren',
  copied: 'Gekopieerd, met de bron.',
  uncopied: 'De browser heeft het kopiëren niet toegestaan.',
  mine: 'Mijn markeringen',
  mark: 'Mijn markering',
  note: 'Mijn notitie',
  only: 'Alleen op dit apparaat. Niemand anders ziet het.',
  unkept:
    'Deze browser laat ons dit niet bewaren: het is weg als de pagina wordt gesloten. Kopieer wat u hebt geschreven.',
  remove: 'Markering verwijderen',
  close: 'Sluiten',
  missing: 'niet gevonden in deze versie',
  quoted: (text) => `“${text}”`,
  source: (title, facts, section) =>
    [title, facts, section && `“${section}”`].filter(Boolean).join(', '),
};
