import type { Words } from './status.strings.js';

/** The words around what becomes of reports in Dutch. */
export const nl: Words = {
  reports: 'Mijn meldingen',
  loading: 'Laden …',
  empty: 'U hebt onder uw naam niets gemeld.',
  failed: 'Dit kon niet worden geladen.',
  again: 'Opnieuw proberen',
  reportedOn: (when) => `gemeld op ${when}`,
  received: 'Ontvangen: nog niemand heeft ernaar gekeken',
  assessing: 'Er wordt naar gekeken',
  handling: 'Er wordt aan gewerkt',
  closed: 'Afgesloten',
  answers: (count) => (count === 1 ? '1 antwoord' : `${count} antwoorden`),
  noticed: 'Wat u is opgevallen',
  did: 'Wat u al had gedaan',
  files: 'Bestanden',
  history: 'Hoe het verder ging',
  resolved: 'Wat er uiteindelijk is gedaan',
  thanks: 'Dank u. Wat u hebt gezegd, heeft geholpen.',
  said: 'Antwoorden',
  none: 'Nog geen antwoord.',
  you: 'U',
  handler: 'Wie het behandelt',
  answer: 'Uw antwoord',
  seenBy: 'Wie het behandelt leest dit, en verder niemand.',
  send: 'Antwoord versturen',
  lacking: 'Schrijf eerst iets.',
  sending: 'Wordt verstuurd …',
  waits:
    'Op dit apparaat bewaard, nog niet verstuurd. Het wordt verstuurd zodra de dienst bereikbaar is.',
  unsafe: 'Nog niet verstuurd en niet op dit apparaat bewaard: laat deze pagina open.',
  refused: (reference) =>
    `De dienst heeft het geweigerd (kenmerk ${reference}). Er is niets vastgelegd.`,
  missed: 'Er is niets overgenomen. Probeer het opnieuw.',
  sendNow: 'Nu versturen',
  takeBack: 'Bewerken',
};
