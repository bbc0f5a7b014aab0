import type { en } from './ack-button.strings.js';

/** The words of `ack-button` in Dutch. */
export const nl: typeof en = {
  acknowledge: 'Ik heb hiervan kennisgenomen',
  agree: 'Ik ga akkoord',
  remaining: (n) => `Nog weer te geven onderdelen: ${n ?? 'alle'}.`,
  otherWay: 'Ik lees het op een andere manier (schermlezer, papier).',
  answer: (n) => `Vragen beantwoorden (${n})`,
  nothing: 'Hier wordt niets van u gevraagd.',
  sending: 'Wordt verzonden…',
  kept: 'Bewaard op dit apparaat, nog niet vastgelegd.',
  open: 'Nog niet vastgelegd, en deze browser bewaart het niet: houd deze pagina open.',
  later: 'Het wordt verzonden zodra de dienst bereikbaar is.',
  signIn: 'Meld u opnieuw aan om het te verzenden.',
  denied: 'De dienst neemt het van u niet aan: vraag het uw IT-ondersteuning.',
  send: 'Nu verzenden',
  missed: 'Er is niets vastgelegd. Probeer het opnieuw.',
  recorded: (when) => `Vastgelegd op ${when}.`,
  verified: 'Het bewijs is gecontroleerd.',
  unverified:
    'Het bewijs kon niet worden gecontroleerd: bewaar het en waarschuw uw beveiligingsteam.',
  save: 'Bewijs opslaan',
  more: 'Nog een verklaring',
  changed: 'Er is niets vastgelegd: wat er gevraagd wordt, is veranderd.',
  show: 'Tonen wat nu gevraagd wordt',
  refused: (reference) =>
    `Er is niets vastgelegd: de dienst heeft het geweigerd (kenmerk ${reference}).`,
};
