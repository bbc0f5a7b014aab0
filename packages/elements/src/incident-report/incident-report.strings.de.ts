import type { Words } from './incident-report.strings.js';

/** The words of `incident-report` in German. */
export const de: Words = {
  opener: 'Etwas melden',
  close: 'Schließen',
  noticed: 'Was ist Ihnen aufgefallen?',
  needsNoticed: 'Sagen Sie in wenigen Worten, was Ihnen aufgefallen ist.',
  seems: 'Wonach sieht es aus?',
  phishing: 'Eine seltsame Nachricht',
  'lost-device': 'Etwas ist verloren oder gestohlen',
  'wrong-recipient': 'An die falsche Person gesendet',
  malware: 'Ein Gerät verhält sich seltsam',
  access: 'Jemand hat Zugang und sollte nicht',
  weakness: 'Etwas ist nicht sicher',
  other: 'Etwas anderes, oder ich weiß es nicht',
  advice: 'Was jetzt zu tun ist',
  safe: 'Können Sie sicher weiterarbeiten?',
  yes: 'Ja',
  unsure: 'Ich weiß es nicht',
  no: 'Nein',
  when: 'Wann ist es Ihnen aufgefallen?',
  now: 'Gerade eben',
  earlier: 'Früher',
  at: 'Tag und Uhrzeit, wenn Sie es wissen',
  did: 'Was haben Sie schon getan?',
  files: 'Fotos oder Dateien hinzufügen',
  noFiles:
    'Dateien können verraten, woher sie kommen, daher gehen mit einer Meldung ohne Namen keine mit.',
  filesFailed: 'Dateien lassen sich gerade nicht hinzufügen. Versuchen Sie es noch einmal.',
  privacy: 'Wer darf Ihren Namen sehen?',
  named: 'Mit meinem Namen',
  confidential: 'Vertraulich',
  anonymous: 'Ohne meinen Namen',
  namedHint: 'Wer Meldungen bearbeitet, sieht, wer Sie sind, und kann Ihnen schneller helfen.',
  confidentialHint:
    'Wer Meldungen bearbeitet, sieht Ihren Namen nur, wenn er ihn aufdeckt und sagt, warum. Das wird für immer festgehalten, und Sie können es lesen.',
  anonymousHint:
    'Niemand erfährt, wer Sie sind. Sie bekommen einmal einen Code, mit dem Sie die Antworten lesen.',
  sees: 'Was andere sehen können',
  employer: 'Ihr Arbeitgeber',
  handler: 'Wer die Meldung bearbeitet',
  network: 'Das Netz',
  page: 'Diese Seite',
  namedEmployer:
    'Die Meldung wird mit Ihrem Namen aufbewahrt. Öffnen können sie nur Sie und wer Meldungen bearbeitet; wer prüft, sieht sie ohne Ihren Namen.',
  confidentialEmployer:
    'Die Meldung wird mit Ihrem Namen aufbewahrt, und der ist verschlossen. Wer prüft, sieht die Meldung und ob der Name aufgedeckt wurde, aber nicht den Namen.',
  anonymousEmployer:
    'Die Meldung wird ohne etwas aufbewahrt, das zu Ihnen führt. Was Sie schreiben, kann Sie trotzdem verraten.',
  namedHandler: 'Ihren Namen, was Sie erzählen, und Ihre Dateien.',
  confidentialHandler:
    'Was Sie erzählen, und Ihre Dateien, aber nicht Ihren Namen, solange er nicht aufgedeckt wird.',
  anonymousHandler:
    'Was Sie erzählen, und sonst nichts. Man kann antworten, Sie aber nicht anrufen.',
  knownNetwork:
    'Dass dieses Gerät mit diesem Dienst spricht, während Sie angemeldet sind; nicht, was Sie erzählen.',
  anonymousNetwork:
    'Dass von diesem Gerät etwas gesendet wurde, wann und wo; nicht, was. Wenn das zu viel ist, nehmen Sie ein anderes Gerät und ein anderes Netz.',
  knownPage: 'Alles, was Sie hier tippen: Vertrauen Sie ihr so weit wie diesem Intranet.',
  anonymousPage:
    'Diese Seite weiß, wer angemeldet ist, und könnte sehen, was Sie tippen. Ihr wird nichts gesagt, aber am Hinsehen kann man sie nicht hindern.',
  shared: 'Dieses Gerät benutzen auch andere: nichts hier aufbewahren',
  kept: 'Was Sie schreiben, wird verschlüsselt auf diesem Gerät aufbewahrt, bis es gesendet ist.',
  unkept:
    'Was Sie schreiben, wird auf diesem Gerät nicht aufbewahrt. Lassen Sie diese Seite offen, bis es gesendet ist.',
  sendNamed: 'Meldung senden',
  sendConfidential: 'Vertraulich senden',
  sendAnonymous: 'Ohne meinen Namen senden',
  sending: 'Wird gesendet …',
  waits: 'Auf diesem Gerät aufbewahrt, noch nicht gesendet.',
  unsafe:
    'Noch nicht gesendet und auf diesem Gerät nicht gespeichert: Lassen Sie diese Seite offen.',
  later: 'Es wird gesendet, sobald der Dienst erreichbar ist.',
  signIn: 'Melden Sie sich neu an, um es zu senden.',
  refused: (reference) =>
    `Der Dienst hat es abgelehnt (Kennung ${reference}). Nichts wurde festgehalten.`,
  missed:
    'Nichts wurde übernommen. Was Sie geschrieben haben, ist noch da: Versuchen Sie es noch einmal.',
  sendNow: 'Jetzt senden',
  edit: 'Bearbeiten',
  discard: 'Verwerfen',
  recorded: (when) => `Festgehalten am ${when}. Danke, dass Sie es gesagt haben.`,
  next: 'Wer Meldungen bearbeitet, hat sie jetzt. Die Antworten finden Sie unten bei Ihren Meldungen.',
  receipt: 'Beleg speichern',
  another: 'Etwas anderes melden',
  earlierReport: 'Das haben Sie früher gemeldet:',
  mine: 'Meine Meldungen und die Antworten',
  byCode: 'Eine Meldung mit ihrem Code öffnen',
  statusFailed:
    'Das lässt sich gerade nicht laden. Schließen Sie es und versuchen Sie es noch einmal.',
  loading: 'Wird geladen …',
};
