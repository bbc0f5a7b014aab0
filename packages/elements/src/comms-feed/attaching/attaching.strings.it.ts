import type { Words } from './attaching.strings.js';

/** The words around files that go with a message in Italian. */
export const it: Words = {
  files: 'File allegati',
  stop: 'Ferma',
  goOn: 'Continua',
  leaveOut: 'Togli',
  waiting: 'Attende il suo turno',
  checked: 'Verifica in corso …',
  ready: 'Arrivato',
  stopped: (share) => `Fermato al ${share}`,
  interrupted: (share) => `Interrotto al ${share}. Riprende appena c’è una connessione.`,
  empty: 'Questo file è vuoto. Lo tolga.',
  large: (limit) => `Più di ${limit}. Lo riduca, o dica dove si trova.`,
  refused:
    'Non accettato. Si accettano immagini (PNG, JPEG, GIF, WebP), PDF, testo e CSV in UTF-8, e DOCX, XLSX e PPTX senza macro.',
  progress: (name) => `Quanto è arrivato di ${name}`,
  arrived: (ready, all) =>
    all === ready
      ? all === 1
        ? 'Il file è arrivato.'
        : `Tutti i ${all} file sono arrivati.`
      : `Sono arrivati ${ready} file su ${all}.`,
  many: (most) => `Un messaggio accetta ${most} file. Gli altri sono stati esclusi.`,
  underWay: 'I suoi file sono ancora in viaggio. Pubblichi quando sono arrivati, o li tolga.',
  remove: 'Tolga prima i file che non sono accettati.',
};
