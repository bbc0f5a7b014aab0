import type { Words } from './check.strings.js';

/** The words of a knowledge check in Italian. */
export const it: Words = {
  title: (policy) => `Domande su «${policy}»`,
  enough: (n, of) =>
    n === of ? 'Tutte le risposte devono essere giuste.' : `Bastano ${n} risposte giuste su ${of}.`,
  recorded: 'Le risposte e il numero di tentativi vengono registrati.',
  tries: (n) => `Tentativi rimasti: ${n}.`,
  later: (when) => `Nuovo tentativo possibile dal ${when}. Il testo resta disponibile.`,
  loading: 'Caricamento delle domande…',
  unloaded: 'Non è stato possibile caricare le domande. Serve una connessione.',
  several: 'Scegliere tutte le risposte giuste.',
  unanswered: (n) => `La domanda ${n} non ha ancora una risposta.`,
  hand: 'Consegna',
  handing: 'Invio in corso…',
  lost: 'La consegna non è riuscita. Le risposte sono ancora qui.',
  refused: (reference) =>
    `La consegna è stata rifiutata e nulla è stato registrato (riferimento ${reference}).`,
  changed: 'Le domande sono cambiate e nulla è stato registrato. Si prega di rispondere a queste.',
  passed: (right, of) => `Superato: ${right} su ${of} giuste.`,
  missed: (right, of) => `Non ancora superato: ${right} su ${of} giuste.`,
  right: 'Giusto.',
  wrong: 'Non giusto.',
  solution: 'risposta giusta',
  retry: 'Riprova',
  close: 'Chiudi',
  on: 'Continua',
};
