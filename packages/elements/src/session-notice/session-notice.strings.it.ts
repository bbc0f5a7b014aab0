import type { en } from './session-notice.strings.js';

/** The words of `session-notice` in Italian. */
export const it: typeof en = {
  'signed-out': 'La sessione è terminata. Acceda di nuovo e riprovi.',
  'unknown-person': 'Questo servizio non La conosce ancora. Si rivolga al supporto informatico.',
  unreachable: 'Al momento il servizio delle policy non è raggiungibile.',
  kept: (when) =>
    `Vede ciò che questo dispositivo ha conservato, aggiornato al ${when}. Ciò che fa attende qui la connessione.`,
  'not-isms':
    'Al posto del servizio delle policy ha risposto altro, forse una pagina di accesso. Ricarichi questa pagina.',
  waiting: 'In attesa della connessione.',
  loading: 'Caricamento…',
  failed: 'Non è stato possibile caricarlo.',
  absent: 'Qui non è disponibile.',
  again: 'Riprova',
};
