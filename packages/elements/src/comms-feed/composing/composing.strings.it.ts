import type { Words } from './composing.strings.js';

/** The words around writing in Italian. */
export const it: Words = {
  kind: 'Che cos’è?',
  discussion: 'Qualcosa da discutere',
  broadcast: 'Una comunicazione',
  alert: 'Un avviso: tutti fanno qualcosa subito',
  title: 'Titolo',
  text: 'Il Suo messaggio',
  reply: 'La Sua risposta',
  again: 'Il Suo messaggio, modificato',
  action: 'Che cosa si chiede a tutti',
  due: 'Entro quando (può restare vuoto)',
  post: 'Pubblica',
  answer: 'Pubblica la risposta',
  announce: 'Comunica',
  save: 'Salva',
  cancel: 'Annulla',
  keys: 'Ctrl o ⌘ e Invio lo inviano.',
  attach: 'Allega file',
  attachAgain: 'I suoi file non sono più qui. Li alleghi di nuovo.',
  lacking: 'Qui manca ancora qualcosa.',
  unkept: 'Questo browser non conserva le bozze: si perde quando lascia questa pagina.',
  missed: 'Non è stato preso. Riprovi.',
  changed: 'Questo messaggio non si può più modificare.',
  tell: (people) => (people === 1 ? 'Avvisa una persona' : `Avvisa ${people} persone`),
  sure: (people) =>
    people === 1
      ? 'Questo chiede subito a una persona di fare qualcosa.'
      : `Questo chiede subito a ${people} persone di fare qualcosa.`,
  notYet: 'Non ancora',
  withdraw: 'Ritira',
  withdrawing: 'Ritirare questo messaggio?',
  gone: 'Nessuno vede più il suo testo qui. Resta nelle registrazioni.',
  keep: 'Conserva',
};
