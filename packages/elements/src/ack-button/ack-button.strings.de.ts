import type { en } from './ack-button.strings.js';

/** The words of `ack-button` in German. */
export const de: typeof en = {
  acknowledge: 'Zur Kenntnis genommen',
  agree: 'Ich stimme zu',
  remaining: (n) => `Noch anzuzeigende Abschnitte: ${n ?? 'alle'}.`,
  otherWay: 'Ich lese es auf andere Weise (Screenreader, Papier).',
  answer: (n) => `Fragen beantworten (${n})`,
  nothing: 'Hier wird nichts von Ihnen verlangt.',
  sending: 'Wird gesendet …',
  kept: 'Auf diesem Gerät aufbewahrt, noch nicht erfasst.',
  open: 'Noch nicht erfasst und von diesem Browser nicht gespeichert: Lassen Sie diese Seite offen.',
  later: 'Wird gesendet, sobald der Dienst erreichbar ist.',
  signIn: 'Melden Sie sich zum Senden erneut an.',
  denied: 'Der Dienst nimmt es von Ihnen nicht an: Bitte fragen Sie Ihren IT-Support.',
  send: 'Jetzt senden',
  missed: 'Nichts wurde erfasst. Versuchen Sie es erneut.',
  recorded: (when) => `Erfasst am ${when}.`,
  verified: 'Der Beleg ist geprüft.',
  unverified:
    'Der Beleg konnte nicht geprüft werden: Speichern Sie ihn und informieren Sie Ihr Sicherheitsteam.',
  save: 'Beleg speichern',
  more: 'Noch eine Erklärung',
  changed: 'Nichts wurde erfasst: Das Verlangte hat sich geändert.',
  show: 'Aktuellen Stand zeigen',
  refused: (reference) =>
    `Nichts wurde erfasst: Der Dienst hat es abgelehnt (Referenz ${reference}).`,
};
