import type { Words } from './attaching.strings.js';

/** The words around files that go with a message in Dutch. */
export const nl: Words = {
  files: 'Bestanden die erbij horen',
  stop: 'Stoppen',
  goOn: 'Doorgaan',
  leaveOut: 'Verwijderen',
  waiting: 'Wacht op zijn beurt',
  checked: 'Wordt gecontroleerd …',
  ready: 'Is er',
  stopped: (share) => `Gestopt bij ${share}`,
  interrupted: (share) => `Onderbroken bij ${share}. Het gaat verder zodra er verbinding is.`,
  empty: 'Dit bestand is leeg. Verwijder het.',
  large: (limit) => `Groter dan ${limit}. Maak het kleiner, of zeg waar het staat.`,
  refused:
    'Niet aangenomen. Aangenomen worden afbeeldingen (PNG, JPEG, GIF, WebP), PDF, tekst en CSV in UTF-8, en DOCX, XLSX en PPTX zonder macro’s.',
  progress: (name) => `Hoeveel van ${name} is aangekomen`,
  arrived: (ready, all) =>
    all === ready
      ? all === 1
        ? 'Het bestand is er.'
        : `Alle ${all} bestanden zijn er.`
      : `${ready} van ${all} bestanden zijn er.`,
  many: (most) => `In een bericht passen ${most} bestanden. De andere zijn weggelaten.`,
  underWay: 'De bestanden zijn nog onderweg. Plaats het bericht als ze er zijn, of verwijder ze.',
  remove: 'Verwijder eerst de bestanden die niet worden aangenomen.',
};
