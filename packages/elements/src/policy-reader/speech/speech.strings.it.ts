import type { Words } from './speech.strings.js';

/** The words of reading aloud in Italian. */
export const it: Words = {
  title: 'Lettura ad alta voce',
  pause: 'Pausa',
  on: 'Continua',
  previous: 'Frase precedente',
  next: 'Frase successiva',
  rate: 'Velocità',
  voice: 'Voce',
  online: (voice) => `${voice} (via internet)`,
  stop: 'Ferma',
  close: 'Chiudi',
  back: 'Torna alla voce',
  none: (language) =>
    `Questo dispositivo non ha una voce per questa lingua (${language}). Se ne può aggiungere una nelle impostazioni.`,
  refused: 'Pronto. «Continua» avvia.',
  silent: 'La voce non risponde. «Continua» riprova.',
  minutes: (n) => (n < 1 ? 'meno di un minuto' : n === 1 ? 'un minuto' : `${n} minuti`),
  recorded: (n, of, time) =>
    `${n === 1 ? `1 sezione su ${of} è stata letta` : `${n} sezioni su ${of} sono state lette`} ad alta voce fino alla fine, in ${time}; conta anche mentre un’altra pagina è in primo piano`,
};
