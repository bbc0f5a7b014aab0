import type { Words } from './incident-report.strings.js';

/** The words of `incident-report` in Dutch. */
export const nl: Words = {
  opener: 'Iets melden',
  close: 'Sluiten',
  noticed: 'Wat is u opgevallen?',
  needsNoticed: 'Zeg in een paar woorden wat u is opgevallen.',
  seems: 'Waar lijkt het op?',
  phishing: 'Een vreemd bericht',
  'lost-device': 'Iets is verloren of gestolen',
  'wrong-recipient': 'Naar de verkeerde persoon gestuurd',
  malware: 'Een apparaat gedraagt zich vreemd',
  access: 'Iemand heeft toegang en zou dat niet moeten',
  weakness: 'Iets is niet veilig',
  other: 'Iets anders, of ik weet het niet',
  advice: 'Wat u nu moet doen',
  safe: 'Kunt u veilig verder werken?',
  yes: 'Ja',
  unsure: 'Ik weet het niet',
  no: 'Nee',
  when: 'Wanneer is het u opgevallen?',
  now: 'Zojuist',
  earlier: 'Eerder',
  at: 'Dag en tijd, als u die weet',
  did: 'Wat hebt u al gedaan?',
  files: 'Foto’s of bestanden toevoegen',
  noFiles:
    'Bestanden kunnen verraden waar ze vandaan komen, dus gaat er geen mee met een melding zonder naam.',
  filesFailed: 'Bestanden kunnen nu niet worden toegevoegd. Probeer het opnieuw.',
  privacy: 'Wie mag uw naam zien?',
  named: 'Met mijn naam',
  confidential: 'In vertrouwen',
  anonymous: 'Zonder mijn naam',
  namedHint: 'Wie meldingen behandelt, ziet wie u bent en kan u sneller helpen.',
  confidentialHint:
    'Wie meldingen behandelt, ziet uw naam alleen na die te ontsluiten en te zeggen waarom. Dat wordt voor altijd vastgelegd, en u kunt het lezen.',
  anonymousHint:
    'Niemand krijgt te horen wie u bent. U krijgt één keer een code, waarmee u de antwoorden leest.',
  sees: 'Wat anderen kunnen zien',
  employer: 'Uw werkgever',
  handler: 'Wie het behandelt',
  network: 'Het netwerk',
  page: 'Deze pagina',
  namedEmployer:
    'De melding wordt met uw naam bewaard. Alleen u en wie meldingen behandelt kunnen die openen; een auditor ziet die zonder uw naam.',
  confidentialEmployer:
    'De melding wordt met uw naam bewaard, achter slot. Een auditor ziet de melding en of de naam is ontsloten, maar niet de naam.',
  anonymousEmployer:
    'De melding wordt bewaard zonder iets wat naar u leidt. Wat u schrijft kan u nog steeds verraden.',
  namedHandler: 'Uw naam, wat u vertelt en uw bestanden.',
  confidentialHandler:
    'Wat u vertelt en uw bestanden, maar niet uw naam zolang die niet is ontsloten.',
  anonymousHandler: 'Wat u vertelt, en verder niets. Men kan antwoorden, maar u niet bellen.',
  knownNetwork:
    'Dat dit apparaat met deze dienst praat terwijl u bent aangemeld; niet wat u vertelt.',
  anonymousNetwork:
    'Dat er vanaf dit apparaat iets is verstuurd, wanneer en waar; niet wat. Is dat te veel, neem dan een ander apparaat en een ander netwerk.',
  knownPage: 'Alles wat u hier typt: vertrouw haar zoals u dit intranet vertrouwt.',
  anonymousPage:
    'Deze pagina weet wie is aangemeld en zou kunnen zien wat u typt. Er wordt haar niets verteld, maar men kan haar niet beletten te kijken.',
  shared: 'Dit is een gedeelde computer: bewaar hier niets',
  kept: 'Wat u schrijft wordt versleuteld op dit apparaat bewaard tot het is verstuurd.',
  unkept:
    'Wat u schrijft wordt niet op dit apparaat bewaard. Laat deze pagina open tot het is verstuurd.',
  sendNamed: 'Melding versturen',
  sendConfidential: 'In vertrouwen versturen',
  sendAnonymous: 'Zonder mijn naam versturen',
  sending: 'Wordt verstuurd …',
  waits: 'Op dit apparaat bewaard, nog niet verstuurd.',
  unsafe: 'Nog niet verstuurd en niet op dit apparaat bewaard: laat deze pagina open.',
  later: 'Het wordt verstuurd zodra de dienst bereikbaar is.',
  signIn: 'Meld u opnieuw aan om het te versturen.',
  refused: (reference) =>
    `De dienst heeft het geweigerd (kenmerk ${reference}). Er is niets vastgelegd.`,
  missed: 'Er is niets overgenomen. Wat u schreef staat er nog: probeer het opnieuw.',
  sendNow: 'Nu versturen',
  edit: 'Bewerken',
  discard: 'Weggooien',
  recorded: (when) => `Vastgelegd op ${when}. Dank dat u het hebt gezegd.`,
  next: 'Wie meldingen behandelt, heeft de melding nu. De antwoorden vindt u hieronder, bij uw meldingen.',
  receipt: 'Ontvangstbewijs opslaan',
  another: 'Iets anders melden',
  earlierReport: 'Dit hebt u eerder gemeld:',
  mine: 'Mijn meldingen en de antwoorden',
  byCode: 'Een melding openen met haar code',
  statusFailed: 'Dit kan nu niet worden geladen. Sluit het en probeer het opnieuw.',
  loading: 'Laden …',
};
