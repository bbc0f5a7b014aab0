import type { Words } from './anonymous.strings.js';

/** The words around reports without a name in Italian. */
export const it: Words = {
  yourCode: 'Il Suo codice',
  once: 'Viene mostrato solo ora. Lo annoti, lo copi o lo stampi: senza, nessuno può aprirLe questa segnalazione, e nessuno può dargliene un altro.',
  keep: 'Lo tenga dove gli altri non guardano, e non accanto al Suo nome. Chi ce l’ha legge le risposte e può rispondere al Suo posto.',
  later: 'Torni con il codice tra qualche giorno, da qualsiasi dispositivo: senza accedere.',
  copy: 'Copia il codice',
  copied: 'Copiato. Altri potrebbero vedere l’ultima cosa copiata.',
  notCopied: 'Non è stato possibile copiarlo. Lo selezioni e lo copi, o lo annoti.',
  print: 'Stampa il codice',
  printed:
    'La apra nella pagina delle segnalazioni, sotto «Apri una segnalazione con il suo codice».',
  enter: 'Le 16 cifre del Suo codice',
  open: 'Apri',
  opening: 'Apertura …',
  notACode: 'Un codice ha 16 cifre.',
  unknown: 'Nessuna segnalazione ha questo codice. Controlli le cifre.',
  often: 'Da qui sono stati provati troppi codici. Attenda un minuto, poi riprovi.',
  failed: 'Non è stato possibile aprirla. Riprovi.',
  notSent: 'La Sua risposta non è stata inviata. È ancora qui: riprovi.',
  leave: 'Chiudi questa segnalazione',
};
