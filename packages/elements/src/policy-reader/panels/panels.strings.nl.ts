import type { Words } from './panels.strings.js';

/** The words of what opens over the page in Dutch. */
export const nl: Words = {
  listen: 'Beluisteren',
  view: 'Weergave',
  scrolled: 'Doorlopend',
  paged: 'Pagina’s',
  size: 'Grootte',
  spacing: 'Afstand',
  width: 'Breedte',
  font: 'Lettertype',
  theme: 'Pagina',
  smaller: 'Kleiner',
  larger: 'Groter',
  tight: 'Krap',
  normal: 'Normaal',
  loose: 'Ruim',
  narrow: 'Smal',
  wide: 'Breed',
  host: 'Zoals de site',
  serif: 'Met schreef',
  sans: 'Schreefloos',
  light: 'Licht',
  sepia: 'Sepia',
  dark: 'Donker',
  line: 'Leesregel',
  off: 'Uit',
  one: 'Eén regel',
  three: 'Drie regels',
  fill: 'Volledig scherm',
  leave: 'Volledig scherm verlaten',
  keys: 'Toetsen bij pagina’s: ← → Page Up, Page Down, spatie. Leesregel: ↑ ↓. Escape sluit een paneel.',
  sections: (n, of) =>
    n === 1
      ? `1 van ${of} onderdelen is weergegeven`
      : `${n} van ${of} onderdelen zijn weergegeven`,
  time: (n) => (n === 1 ? 'in totaal één minuut' : `in totaal ${n} minuten`),
  less: 'in totaal minder dan een minuut',
  device: (name) => `op ${name}`,
  bySight: 'als tekst op een scherm',
  byAid: 'met een schermlezer of ander hulpmiddel, zoals u hieronder aangeeft',
  sentAt: (time) => `voor het laatst verzonden om ${time}`,
  unsent: 'er is nog niets van verzonden',
  sent: 'Dit wordt verzonden terwijl u leest, zodat u op een ander apparaat verder kunt, en wordt samengevat in uw kennisneming.',
  unknown:
    'Weergegeven is niet gelezen, en niemand krijgt te horen dat u iets hebt gelezen. Niet vastgelegd wordt wat u selecteert, kopieert of zoekt, waar u kijkt, en andere pagina’s en vensters.',
  idle: 'Tijd telt alleen zolang deze pagina vooraan staat en u actief bent. Zij is nooit de enige reden om een kennisneming te weigeren.',
  here: (texts) =>
    texts === 0
      ? 'Op dit apparaat is geen tekst bewaard.'
      : texts === 1
        ? 'Op dit apparaat is één tekst bewaard, die zonder verbinding opent.'
        : `Op dit apparaat zijn ${texts} teksten bewaard, die zonder verbinding openen.`,
  remove: 'Van dit apparaat verwijderen',
  assistive: 'Ik gebruik een schermlezer of ander hulpmiddel',
  assistiveWhy: 'Dan zegt de tijd op het scherm weinig, en dat wordt erbij vermeld.',
};
