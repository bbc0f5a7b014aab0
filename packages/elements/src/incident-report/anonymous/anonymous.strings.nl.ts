import type { Words } from './anonymous.strings.js';

/** The words around reports without a name in Dutch. */
export const nl: Words = {
  yourCode: 'Uw code',
  once: 'Hij wordt alleen nu getoond. Schrijf hem op, kopieer hem of druk hem af: zonder code kan niemand deze melding voor u openen, en niemand kan u een andere geven.',
  keep: 'Bewaar hem waar anderen niet kijken, en niet bij uw naam. Wie hem heeft, leest de antwoorden en kan in uw plaats antwoorden.',
  later: 'Kom er over een paar dagen mee terug, vanaf elk apparaat: aanmelden is niet nodig.',
  copy: 'Code kopiëren',
  copied: 'Gekopieerd. Anderen kunnen zien wat het laatst is gekopieerd.',
  notCopied: 'Hij kon niet worden gekopieerd. Selecteer en kopieer hem, of schrijf hem op.',
  print: 'Code afdrukken',
  printed: 'Open haar op de pagina voor meldingen, onder “Een melding openen met haar code”.',
  enter: 'De 16 cijfers van uw code',
  open: 'Openen',
  opening: 'Wordt geopend …',
  notACode: 'Een code heeft 16 cijfers.',
  unknown: 'Er is geen melding met deze code. Controleer de cijfers.',
  often: 'Er zijn hiervandaan te veel codes geprobeerd. Wacht een minuut en probeer het opnieuw.',
  failed: 'Ze kon niet worden geopend. Probeer het opnieuw.',
  notSent: 'Uw antwoord is niet verstuurd. Het staat er nog: probeer het opnieuw.',
  leave: 'Deze melding sluiten',
};
