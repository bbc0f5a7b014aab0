import type { en } from './session-notice.strings.js';

/** The words of `session-notice` in Dutch. */
export const nl: typeof en = {
  'signed-out': 'U bent afgemeld. Meld u opnieuw aan en probeer het nog eens.',
  'unknown-person': 'Deze dienst kent u nog niet. Vraag het uw IT-ondersteuning.',
  unreachable: 'De beleidsdienst is op dit moment niet bereikbaar.',
  kept: (when) =>
    `U ziet wat dit apparaat heeft bewaard, stand van ${when}. Wat u doet, wacht hier op de verbinding.`,
  'not-isms':
    'Er antwoordde iets anders dan de beleidsdienst, misschien een aanmeldpagina. Laad deze pagina opnieuw.',
  waiting: 'Wachten op de verbinding.',
  loading: 'Wordt geladen…',
  failed: 'Dit kon niet worden geladen.',
  absent: 'Dit wordt hier niet aangeboden.',
  again: 'Opnieuw proberen',
};
